import { describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import { createKeymap, keyFaults, keyGlyph, keymapWithout } from '../../src/tui/keymap.ts';
import { actions } from '../../src/tui/keys.ts';
import { actionsOf, modes, type Mode } from '../../src/tui/modes.ts';

const everyMode = Object.keys(modes) as Mode[];

describe('the table of keys', () => {
  it('gives no key two meanings in one mode', () => {
    const twice = everyMode.flatMap((mode) => {
      const keys = actionsOf(mode).flatMap((action) => actions[action].keys);
      return keys
        .filter((key, index) => keys.indexOf(key) !== index)
        .map((key) => `${mode} ${key}`);
    });
    expect(twice).toEqual([]);
  });

  it('leaves with Ctrl-C from everywhere', () => {
    const keymap = createKeymap({});
    expect(everyMode.filter((mode) => keymap.actionFor(mode, 'ctrl+c') !== 'quit')).toEqual([]);
  });

  it('has every action in some mode', () => {
    const used = new Set(everyMode.flatMap(actionsOf));
    expect(Object.keys(actions).filter((action) => !used.has(action as never))).toEqual([]);
  });
});

describe('createKeymap', () => {
  it('puts the keys of the settings over the table', () => {
    const keymap = createKeymap({ good: ['j', 'space'] });
    expect(keymap.actionFor('answer', 'j')).toBe('good');
    expect(keymap.actionFor('answer', '3')).toBeUndefined();
    expect(keymap.keysOf('good')).toEqual(['j', 'space']);
  });

  it('gives a key that two actions want to the one that was rebound', () => {
    const keymap = createKeymap({ bury: ['u'] });
    expect(keymap.actionFor('answer', 'u')).toBe('bury');
    expect(keymap.keysOf('undo')).toEqual([]);
  });

  it('leaves a key to an action of another mode', () => {
    const keymap = createKeymap({ edit: ['space', 'x'] });
    expect(keymap.keysOf('show')).toEqual(['enter']);
    expect(keymap.keysOf('finish')).toEqual(['space', 'enter']);
  });

  it('can be without actions that a screen has nothing for', () => {
    const keymap = keymapWithout(createKeymap({}), ['edit']);
    expect(keymap.keysOf('edit')).toEqual([]);
    expect(keymap.actionFor('question', 'e')).toBeUndefined();
    expect(keymap.actionFor('question', 'space')).toBe('show');
  });

  it('refuses actions and keys that do not exist, and to rebind Ctrl-C', () => {
    for (const wrong of [
      { dance: ['x'] },
      { good: ['banana'] },
      { quit: ['x'] },
      { undo: ['ctrl+c'] },
    ])
      expect(() => createKeymap(wrong)).toThrow(TenetError);
    expect(() => createKeymap({ good: ['ctrl+g', 'alt+left', 'ü', 'pagedown'] })).not.toThrow();
  });
});

describe('keyFaults', () => {
  it('says each action and key that does not exist, and what was probably meant', () => {
    const faults = keyFaults({ shwo: ['x'], dance: ['x'], undo: ['u'], good: ['banana'] });
    expect(faults.map(({ message }) => message)).toEqual([
      'settings: keys.shwo is no action that can be rebound',
      'settings: keys.dance is no action that can be rebound',
      'settings: keys.good names a key that cannot be bound: "banana"',
    ]);
    expect(faults[0]?.hint).toBe('Did you mean "show"?');
    expect(faults[1]?.hint).toMatch(/^Actions are: show, type, /);
    expect(keyFaults({})).toEqual([]);
  });
});

describe('keyGlyph', () => {
  it('writes keys as the screens do', () => {
    expect(['space', 'escape', 'ctrl+s', 'E', 'up'].map(keyGlyph)).toEqual([
      '␣',
      'Esc',
      '^S',
      'E',
      '↑',
    ]);
  });
});
