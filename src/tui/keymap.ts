import { didYouMean } from '../app/did-you-mean.ts';
import { TenetError } from '../model/problem.ts';
import { actions, type Action } from './keys.ts';
import { actionsOf, modes, type Mode } from './modes.ts';

/** Which key does what, with the user's own bindings over the table. */
export interface Keymap {
  actionFor(mode: Mode, key: string): Action | undefined;
  keysOf(action: Action): readonly string[];
}

/** Keys by action, as the settings have them. */
type KeyOverrides = Readonly<Record<string, readonly string[]>>;

/** A key binding that cannot be: what is wrong, and what to do. */
interface KeyFault {
  readonly message: string;
  readonly hint: string;
}

const named = new Set(
  'space enter escape tab up down left right home end pageup pagedown backspace delete'.split(' '),
);
/** Ctrl-C always leaves, whatever the settings say. */
const fixed = new Set<Action>(['quit']);
const fixedKeys = new Set<string>(actions.quit.keys);

/**
 * The table of keys with `overrides` by action over it; where two actions of one mode want a key, the
 * overridden one gets it and the other is without. Throws a usage error for an action or a key that does
 * not exist.
 */
export function createKeymap(overrides: KeyOverrides): Keymap {
  const [fault] = keyFaults(overrides);
  if (fault !== undefined) throw new TenetError(fault.message, { hint: fault.hint, exitCode: 2 });
  const own = overrides as Partial<Record<Action, readonly string[]>>;
  const table = new Map(
    (Object.keys(actions) as Action[]).map((action) => [
      action,
      own[action] ?? keysLeft(action, own),
    ]),
  );
  const keysOf = (action: Action): readonly string[] => table.get(action) ?? [];
  return { keysOf, actionFor: lookUp(keysOf) };
}

/** The same keys without those of some actions, which are then neither offered nor done. */
export function keymapWithout(keymap: Keymap, gone: readonly Action[]): Keymap {
  const keysOf = (action: Action): readonly string[] =>
    gone.includes(action) ? [] : keymap.keysOf(action);
  return { keysOf, actionFor: lookUp(keysOf) };
}

function lookUp(keysOf: Keymap['keysOf']): Keymap['actionFor'] {
  return (mode, key) => actionsOf(mode).find((action) => keysOf(action).includes(key));
}

/** The keys of the table that no overridden action takes in a mode of this one. */
function keysLeft(
  action: Action,
  own: Partial<Record<Action, readonly string[]>>,
): readonly string[] {
  const taken = new Set(
    (Object.keys(modes) as Mode[])
      .map(actionsOf)
      .filter((others) => others.includes(action))
      .flatMap((others) => others.flatMap((other) => own[other] ?? [])),
  );
  return actions[action].keys.filter((key) => !taken.has(key));
}

/** What is wrong with the key bindings of the settings: actions and keys that do not exist. */
export function keyFaults(overrides: KeyOverrides): readonly KeyFault[] {
  return Object.entries(overrides).flatMap(([action, keys]) => {
    if (!isRebindable(action)) return [unknownAction(action)];
    const wrong = keys.find((key) => !isKey(key));
    return wrong === undefined ? [] : [unknownKey(action, wrong)];
  });
}

function isRebindable(action: string): boolean {
  return Object.hasOwn(actions, action) && !fixed.has(action as Action);
}

function unknownAction(action: string): KeyFault {
  const known = Object.keys(actions).filter(isRebindable);
  const meant = didYouMean(action, known);
  return {
    message: `settings: keys.${action} is no action that can be rebound`,
    hint: meant === undefined ? `Actions are: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
  };
}

function unknownKey(action: string, key: string): KeyFault {
  return {
    message: `settings: keys.${action} names a key that cannot be bound: "${key}"`,
    hint: `Give one character, one of ${[...named].join(', ')}, or one of these after ctrl+ or alt+.`,
  };
}

function isKey(key: string): boolean {
  const base = key.replace(/^(?:ctrl|alt)\+(?=.)/, '');
  return !fixedKeys.has(key) && (named.has(base) || Array.from(base).length === 1);
}

const glyphs: Readonly<Record<string, string>> = {
  space: '␣',
  enter: '⏎',
  escape: 'Esc',
  tab: 'Tab',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** The name of a key as the screens write it: `␣`, `Esc`, `^S`. */
export function keyGlyph(key: string): string {
  if (key.startsWith('ctrl+')) return `^${key.slice(5).toUpperCase()}`;
  return glyphs[key] ?? key;
}
