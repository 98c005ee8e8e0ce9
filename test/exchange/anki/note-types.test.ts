import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noteTypeOf } from '../../../src/exchange/anki/note-types.ts';

describe('our note types', () => {
  it('never change in what Anki recognises them by', () => {
    const shapes = (['basic', 'term', 'cloze', 'list'] as const).flatMap((kind) =>
      [false, true].map((typed) => {
        const { id, name, fields, templates, cloze } = noteTypeOf({ kind, typed });
        return {
          id,
          name,
          cloze,
          fields: fields.map((field) => [field.id, field.name]),
          templates: templates.map((template) => [template.id, template.name]),
        };
      }),
    );
    // Released: a difference here makes copies of the note types in every user's Anki.
    expect(createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)).toBe(
      '67b90ddc0ae0100f',
    );
  });
});

describe('the looks of our cards', () => {
  const all = (['basic', 'term', 'cloze', 'list'] as const).flatMap((kind) =>
    [false, true].map((typed) => noteTypeOf({ kind, typed })),
  );

  it('are for the night and for a phone too, and show every field but the key', () => {
    for (const { css, fields, templates } of all) {
      for (const part of ['.nightMode', '@media (max-width', 'max-width: 100%'])
        expect(css).toContain(part);
      for (const { question, answer } of templates)
        for (const { name } of fields.filter((field) => field.name !== 'Key'))
          expect(`${question}${answer}`).toMatch(
            new RegExp(`\\{\\{(?:type:|cloze:)*${name}\\}\\}`),
          );
    }
  });

  it('reach people who have them only with a later time', () => {
    const looks = all.map(({ css, templates }) => [css, templates]);
    const [first] = all;
    // A difference in the first asks for a later time in the second: Anki would keep the old looks.
    expect([
      createHash('sha256').update(JSON.stringify(looks)).digest('hex').slice(0, 16),
      first?.modifiedSeconds,
    ]).toEqual(['ddef794c02743555', 1_795_132_800]);
  });
});
