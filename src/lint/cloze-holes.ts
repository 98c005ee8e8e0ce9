import type { Hole } from '../model/card.ts';

const deletion = /\{\{c(\d{1,3})::([^{}]*)\}\}/g;

/** The whole deletions of a cloze in Anki's notation, for a text that no deck parser has seen. */
export function clozeHoles(text: string): readonly Hole[] {
  return [...text.matchAll(deletion)].map(({ 0: whole, 1: number, 2: body = '', index }) => {
    const [hidden = '', hint] = body.split('::', 2);
    const hole = {
      number: Number(number),
      text: hidden,
      span: { start: index, end: index + whole.length },
    };
    return hint === undefined ? hole : Object.assign(hole, { hint });
  });
}
