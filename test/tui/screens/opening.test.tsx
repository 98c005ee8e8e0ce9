import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Triage } from '../../../src/app/triage/view.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { App } from '../../../src/tui/app.tsx';
import { createKeymap } from '../../../src/tui/keymap.ts';
import { colourTheme } from '../../../src/tui/theme.ts';
import { TriageHome } from '../../app/triage-collection.ts';
import { FakeTerminal } from '../support/fake-terminal.ts';

let home: TriageHome;
let terminal: FakeTerminal;
let opened: PromiseWithResolvers<Triage>;
let framesBefore: string[];

beforeEach(async () => {
  const ants = '# Ants\n\n## Trails\n\n### Why do ants march?\n\nTo follow a scent.\n';
  home = new TriageHome({ 'docs/ants.md': ants });
  await home.draftAll();
  opened = Promise.withResolvers<Triage>();
  framesBefore = [];
  terminal = new FakeTerminal(
    <App
      options={{
        settings: defaultSettings,
        clock: { now: () => 0 },
        env: {},
        stdin: process.stdin,
        stdout: process.stdout,
        deckPath: (file) => file,
      }}
      doors={{
        first: 'triage',
        triage: () => {
          framesBefore.push(terminal.text());
          return opened.promise;
        },
      }}
      first={{ kind: 'opening' }}
      keymap={createKeymap({})}
    />,
    80,
    24,
    colourTheme,
  );
});
afterEach(() => {
  terminal.close();
  home.dispose();
});

describe('the opening screen', () => {
  it('is painted before the slow work begins, and hands the keys typed meanwhile on', async () => {
    await expect.poll(() => framesBefore.join()).toContain('Reading the drafts');
    expect(framesBefore).toHaveLength(1);
    terminal.type('?');
    opened.resolve(home.open());
    await expect.poll(() => terminal.text()).toContain('Draft 1 of 1');
    await expect.poll(() => terminal.text()).toContain('Reject the draft for good');
  });

  it('ends the app with the failure of what it opens', async () => {
    await expect.poll(() => framesBefore).toHaveLength(1);
    opened.reject(new TenetError('no draft is from "mites"'));
    await expect(terminal.result()).rejects.toThrow('no draft is from "mites"');
  });
});
