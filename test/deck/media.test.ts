import { describe, expect, it } from 'vitest';
import { mediaPath } from '../../src/deck/media.ts';

describe('the path of a card’s media', () => {
  it.each([
    ['dog.jpg', 'decks/animals/pets.md', 'decks/animals/dog.jpg'],
    ['../sounds/dog.mp3', 'decks/animals/pets.md', 'decks/sounds/dog.mp3'],
    ['my%20dog.jpg', 'pets.md', 'my dog.jpg'],
  ])('%s in %s is %s', (target, deck, expected) => {
    expect(mediaPath(target, deck, 'shared')).toBe(expected);
  });

  it('counts from the collection after "@/" in hashcards decks only', () => {
    expect(mediaPath('@/art/dog.jpg', 'decks/pets.md', 'hashcards')).toBe('art/dog.jpg');
    expect(mediaPath('@/art/dog.jpg', 'decks/pets.md', 'shared')).toBe('decks/@/art/dog.jpg');
  });

  it.each([
    'https://example.org/dog.jpg',
    'file:///etc/passwd',
    '/etc/passwd',
    '../../etc/passwd',
    '%2e%2e/%2e%2e/passwd',
    '@//etc/passwd',
    '@/../secret',
    String.raw`..\secret`,
    '',
  ])('refuses %j, which is outside the collection', (target) => {
    expect(mediaPath(target, 'decks/pets.md', 'hashcards')).toBeNull();
  });
});
