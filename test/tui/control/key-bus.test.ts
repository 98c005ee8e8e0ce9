import { describe, expect, it } from 'vitest';
import { KeyBus } from '../../../src/tui/control/key-bus.ts';

const key = (name: string) => ({ name, text: name });

function listener() {
  const heard: string[] = [];
  return {
    heard,
    onKey: ({ name }: { readonly name: string }) => void heard.push(name),
    onPaste: (text: string) => void heard.push(`pasted ${text}`),
  };
}

describe('the key bus', () => {
  it('keeps keys for the next screen, but not the one that led there', () => {
    const bus = new KeyBus();
    const [first, second] = [listener(), listener()];
    const end = bus.listen(first);
    bus.press(key('space'));
    end();
    for (const name of ['space', 'space', 'enter', '3']) bus.press(key(name));
    bus.listen(second);
    bus.press(key('q'));
    bus.paste('text');
    expect(first.heard).toEqual(['space']);
    expect(second.heard).toEqual(['enter', '3', 'q', 'pasted text']);
  });

  it('is not ended by a screen that went before', () => {
    const bus = new KeyBus();
    const [first, second] = [listener(), listener()];
    const end = bus.listen(first);
    bus.listen(second);
    end();
    bus.press(key('a'));
    expect(second.heard).toEqual(['a']);
  });
});
