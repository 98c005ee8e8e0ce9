import { describe, expect, it } from 'vitest';
import { parseTemplate, renderTemplate } from '../../../src/exchange/anki/template.ts';

const fields = new Map([
  ['Word', '<b>Hund</b>'],
  ['Empty', ' '],
  ['Text', '{{c1::one}} {{c2::two::hint}} {{c1::outer {{c2::in}}}}'],
]);

function draw(template: string, side: 'question' | 'answer' = 'question', cloze = 1): string {
  return renderTemplate(parseTemplate(template), { fields, cloze, side });
}

describe('a card template', () => {
  it.each([
    ['{{Word}}!', '<b>Hund</b>!'],
    ['{{text:Word}}', 'Hund'],
    ['{{ hint:furigana:Word }}', '<b>Hund</b>'],
    ['{{#Word}}yes{{/Word}}{{^Word}}no{{/Word}}', 'yes'],
    ['{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}', 'no'],
    ['{{#Word}}a{{#Empty}}b{{/Empty}}c{{/Word}}', 'ac'],
    ['{{Missing}}<!-- {{Word}} -->', ''],
    ['{{#Word}}never closed', 'never closed'],
    ['{{FrontSide}}x', 'x'],
  ])('draws %j as %j', (template, html) => {
    expect(draw(template)).toBe(html);
  });

  it('asks one number of a cloze and shows the others', () => {
    expect(draw('{{cloze:Text}}')).toBe('[…] two […]');
    expect(draw('{{cloze:Text}}', 'question', 2)).toBe('one [hint] outer […]');
    expect(draw('{{cloze:Text}}', 'answer', 2)).toBe('one <b>two</b> outer <b>in</b>');
  });

  it('leaves deletions that never close as they are', () => {
    const open = new Map([['Text', '{{c1::a {{c2::b}} c::hint']]);
    const filling = { fields: open, cloze: 2, side: 'question' } as const;
    expect(renderTemplate(parseTemplate('{{cloze:Text}}'), filling)).toBe('{{c1::a […] c::hint');
  });

  it('hides the line for typing in the question only', () => {
    expect(draw('{{type:Word}}')).toBe('');
    expect(draw('{{type:Word}}', 'answer')).toBe('<b>Hund</b>');
  });
});
