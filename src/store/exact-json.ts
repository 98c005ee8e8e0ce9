/** A number with more digits than a double holds, which `JSON.stringify` writes as it was read. */
type RawJson = object;

interface ReviverContext {
  readonly source?: string;
}

// Node has both since version 21; the language's declarations do not have them yet.
const exact = JSON as unknown as {
  rawJSON(text: string): RawJson;
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: ReviverContext) => unknown,
  ): unknown;
};

const longNumber = /[\d.]{16}|\d[eE][+-]?\d{3}/;

/** As `JSON.parse`, but numbers that a double would change survive a later `JSON.stringify`. */
export function parseExactly(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text);
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && changes(value, source)
      ? exact.rawJSON(source)
      : value,
  );
}

function changes(value: number, source: string): boolean {
  return Number.isInteger(value)
    ? /^-?\d+$/.test(source) && String(value) !== source && !Object.is(value, -0)
    : !Number.isFinite(value);
}
