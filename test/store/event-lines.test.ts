import { describe, expect, it } from 'vitest';
import { eventOfLine, lineOfEvent } from '../../src/store/event-lines.ts';
import { WrongField } from '../../src/store/field-checks.ts';
import { event, everyKind, good, id, nowMs, today } from './sample-events.ts';

const line = lineOfEvent(event('e01', good));
const withField = (field: string, value: unknown): string =>
  JSON.stringify({ ...(JSON.parse(line) as object), [field]: value });

describe('a line of the exported log', () => {
  it('has the fields of the format, in its order, with times in ISO 8601', () => {
    expect(lineOfEvent(event('e01', good, { after: id('e00') }))).toBe(
      '{"id":"e01","card":"card-a","at":"2026-11-20T09:00:00.000Z","day":20777,"offsetEast":60,' +
        '"kind":"answer","after":"e00","grade":3,"ms":4200,"due":20780}',
    );
  });

  it.each(everyKind)('gives $kind $id back as it was', (each) => {
    expect(eventOfLine(lineOfEvent(each))).toEqual(each);
  });

  it('keeps kinds and fields of other versions', () => {
    const foreign =
      '{"id":"z1","card":null,"at":"2026-11-20T09:00:00.000Z","day":20777,"offsetEast":0,' +
      '"kind":"nap","after":null,"minutes":20,"grade":[1],"name":"x","extra":{"kind":"k"}}';
    expect(lineOfEvent(eventOfLine(foreign))).toBe(foreign);
  });

  it('keeps numbers that a double would change', () => {
    const foreign = withField('serial', 0).replace(
      '"serial":0',
      '"serial":12345678901234567890,"big":1e999,"deep":[{"n":-98765432109876543210}]',
    );
    expect(lineOfEvent(eventOfLine(foreign))).toBe(foreign);
  });

  it('reads times of other zones, and an event that names no predecessor', () => {
    const read = eventOfLine(
      withField('at', '2026-11-20T10:00+01:00').replace(',"after":null', ''),
    );
    expect(read).toMatchObject({ atMs: nowMs, after: null });
  });

  it.each([
    ['not JSON', 'answered it', 'this is not a line of JSON'],
    ['a list', '[1]', 'this is not a JSON object'],
    ['no id', withField('id', undefined), '"id" is missing; it is a name without spaces'],
    [
      'control characters in a key',
      withField('card', 'a\u001b[2J'),
      '"card" is "a\\u001b[2J"; it is a name',
    ],
    [
      'a local time',
      withField('at', '2026-11-20 09:00'),
      '"at" is "2026-11-20 09:00"; it is a time such as',
    ],
    ['half a day', withField('day', 1.5), '"day" is 1.5; it is a whole number'],
    ['a fifth grade', withField('grade', 5), '"grade" is 5; it is 1, 2, 3 or 4'],
    ['a due in words', withField('due', 'soon'), '"due" is "soon"; it is a day number or a time'],
    ['a negative duration', withField('ms', -1), '"ms" is -1; it is a number of milliseconds'],
  ])('refuses %s and says why', (_name, text, message) => {
    expect(() => eventOfLine(text)).toThrow(WrongField);
    expect(() => eventOfLine(text)).toThrow(message);
  });

  it('refuses a schedule that no scheduler gives', () => {
    const memory = lineOfEvent(everyKind.find(({ id }) => id === 'e16') ?? event('e', good));
    expect(() => eventOfLine(memory.replace('"difficulty":6.5', '"difficulty":65'))).toThrow(
      '"difficulty" is 65; it is a number from 1 to 10',
    );
    expect(() => eventOfLine(memory.replace('"relearning"', '"asleep"'))).toThrow(
      '"state" is "asleep"',
    );
  });

  it('knows study days as plain numbers', () => {
    expect(eventOfLine(line).day).toBe(today);
  });
});
