/** A value in a file of settings that its setting cannot take; the message ends "it is …". */
export class WrongValue extends Error {}

/** Gives the value that a setting takes from TOML, or throws `WrongValue`. */
export type ReadValue<Value> = (value: unknown) => Value;

export const yesOrNo: ReadValue<boolean> = (value) =>
  typeof value === 'boolean' ? value : refuse('true or false');

export const anyText: ReadValue<string> = (value) =>
  typeof value === 'string' && value !== '' ? value : refuse('a text in quotes');

export function numberWithin(least: number, most: number): ReadValue<number> {
  return (value) =>
    typeof value === 'number' && value >= least && value <= most
      ? value
      : refuse(`a number from ${least} to ${most}`);
}

export function wholeWithin(least: number, most: number): ReadValue<number> {
  return (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : refuse(`a whole number from ${least} to ${most}`);
}

export function oneOf<Value extends string | number>(
  ...values: readonly Value[]
): ReadValue<Value> {
  const shown = values.map((value) => JSON.stringify(value)).join(' or ');
  return (value) => values.find((each) => each === value) ?? refuse(shown);
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const longestStepSeconds = 365 * 86_400;

/** Durations such as `["1m", "10m", "1d"]`, in seconds. */
export const steps: ReadValue<readonly number[]> = (value) => {
  const wanted = 'a list of times such as ["1m", "10m", "1d"], a second to a year each';
  if (!Array.isArray(value)) return refuse(wanted);
  return value.map((step) => {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([smhd])$/.exec(String(step)) ?? [];
    const seconds = Math.round(Number(digits) * (unitSeconds[unit ?? ''] ?? Number.NaN));
    return seconds >= 1 && seconds <= longestStepSeconds ? seconds : refuse(wanted);
  });
};

/** Seconds as `steps` reads them, in the largest unit of which they are a whole number. */
export function writtenSteps(seconds: readonly number[]): readonly string[] {
  const units = Object.entries(unitSeconds).toReversed();
  return seconds.map((each) => {
    const [unit, size] = units.find(([, size]) => each % size === 0) ?? ['s', 1];
    return `${each / size}${unit}`;
  });
}

export const timeZone: ReadValue<string> = (value) => {
  const wanted = 'a time zone such as "Europe/Berlin"';
  if (typeof value !== 'string') return refuse(wanted);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return refuse(wanted);
  }
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A table of weekdays and how much of a normal day's work each takes, 0–1; the others take all. */
export const easyDays: ReadValue<readonly number[]> = (value) => {
  const wanted = 'a table of weekdays with numbers from 0 to 1, such as { saturday = 0.5 }';
  if (!isTable(value)) return refuse(wanted);
  const sound = Object.entries(value).every(
    ([day, share]) =>
      weekdays.includes(day) && typeof share === 'number' && share >= 0 && share <= 1,
  );
  return sound ? weekdays.map((day) => (value[day] as number | undefined) ?? 1) : refuse(wanted);
};

/** Shares of work as `easyDays` reads them: the days that do not take all of it. */
export function writtenEasyDays(shares: readonly number[]): Readonly<Record<string, number>> {
  const named = shares.map((share, day) => [weekdays[day] ?? '', share] as const);
  return Object.fromEntries(named.filter(([, share]) => share !== 1));
}

/** A table of actions, each with a key or a list of keys. */
export const keyTable: ReadValue<Readonly<Record<string, readonly string[]>>> = (value) => {
  const wanted = 'a table of actions and keys, such as { undo = ["u", "z"] }';
  if (!isTable(value)) return refuse(wanted);
  const entries = Object.entries(value).map(([action, keys]) => {
    const list: unknown[] = Array.isArray(keys) ? keys : [keys];
    const sound = list.filter((key) => typeof key === 'string' && key !== '');
    return sound.length === list.length ? ([action, sound as string[]] as const) : refuse(wanted);
  });
  return Object.fromEntries(entries);
};

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

/** Says what a setting takes. */
export function refuse(wanted: string): never {
  throw new WrongValue(`it is ${wanted}`);
}
