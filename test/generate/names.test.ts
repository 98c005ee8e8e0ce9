import { describe, expect, it } from 'vitest';
import { namesOfDocuments } from '../../src/generate/names.ts';
import { documentOf, heading, passageOf } from './document.ts';

describe('namesOfDocuments', () => {
  it('takes what is written with a capital in the middle of a sentence, and nowhere small', () => {
    const first = documentOf([
      heading('A Future for Bees'),
      passageOf('They met Frisch in the Hive, and the Dance was new.'),
    ]);
    const second = documentOf([passageOf('A hive is old, and so is its dance.')]);
    expect(namesOfDocuments([first, second])).toEqual(['Frisch']);
  });
});
