import type { Key } from 'ink';
import { graphemes } from '../text/piece.ts';

/** One key, as the table of keys names it, and the text that a field takes from it (often none). */
export interface KeyPress {
  readonly name: string;
  readonly text: string;
}

const specials = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
  ' ': 'space',
};

/** The keys in one chunk of input: keys typed fast, or over a slow line, arrive together. */
export function keyPresses(input: string, key: Key): KeyPress[] {
  if (key.eventType === 'release') return [];
  const special = specials.find(([flag]) => key[flag] === true)?.[1];
  const prefix = key.ctrl ? 'ctrl+' : key.meta && special !== 'escape' ? 'alt+' : '';
  if (special !== undefined) return [{ name: prefix + special, text: '' }];
  if (prefix !== '') return input === '' ? [] : [{ name: prefix + input, text: '' }];
  return graphemes(input).map(pressOf);
}

function pressOf(character: string): KeyPress {
  const name = controls[character];
  if (name !== undefined) return { name, text: name === 'space' ? ' ' : '' };
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return { name: `ctrl+${String.fromCharCode(code + 0x60)}`, text: '' };
  return { name: character, text: character };
}
