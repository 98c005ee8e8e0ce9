/** JSON of unknown origin, read without trust: what is not of the wanted type is null or empty. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A finite number, also where it was written as a text; else null. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function numbersOf(value: unknown): number[] {
  return listOf(value).flatMap((each) => numberOf(each) ?? []);
}

/** An id, or null where it is missing or beyond what a number holds exactly. */
export function exactId(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number !== 0 && Number.isSafeInteger(number) ? number : null;
}
