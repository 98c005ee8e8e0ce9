import { describe, expect, it } from 'vitest';
import { Watched } from '../../src/app/watched.ts';

describe('Watched', () => {
  it('keeps a value, and tells each listener of every change until it stops listening', () => {
    const watched = new Watched('a');
    const heard: string[] = [];
    const stop = watched.subscribe(() => heard.push(watched.get()));
    watched.set('b');
    watched.set('c');
    stop();
    watched.set('d');
    expect(heard).toEqual(['b', 'c']);
    expect(watched.get()).toBe('d');
  });
});
