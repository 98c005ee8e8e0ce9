// `npm start` as a newcomer meets it: on this repository's collection, in a terminal and in a pipe.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const home = mkdtempSync(path.join(tmpdir(), 'tenet-start-'));
const { CI: _ci, NO_COLOR: _noColor, ...inherited } = process.env;
const env = {
  ...inherited,
  TERM: 'xterm-256color',
  XDG_DATA_HOME: path.join(home, 'data'),
  XDG_CONFIG_HOME: path.join(home, 'config'),
};

/** Waits for each text and then types its key; gives the last screen that was waited for, and the exit code. */
async function startInTerminal(steps) {
  const terminal = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const child = pty.spawn('npm', ['start'], { cols: 80, rows: 24, name: env.TERM, env });
  terminal.onData((data) => child.write(data));
  const exited = new Promise((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)));
  let look;
  child.onData((data) => terminal.write(data, () => look?.()));
  let text = '';
  for (const [wanted, key] of steps) {
    text = await new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`never shown: ${wanted}\n${screen(terminal)}`)),
        20_000,
      );
      look = () => {
        if (!screen(terminal).includes(wanted)) return;
        clearTimeout(late);
        resolve(screen(terminal));
      };
      look();
    });
    child.write(key);
  }
  return { text, exitCode: await exited };
}

function screen(terminal) {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) =>
    active.getLine(active.viewportY + row)?.translateToString(true),
  ).join('\n');
}

try {
  const first = await startInTerminal([
    ['How many minutes a day?', '\u001b'],
    ['q leave', 'q'],
  ]);
  console.log(first.text.trimEnd());
  assert.equal(first.exitCode, 0, 'leaving with q exits 0');

  const again = await startInTerminal([['q leave', 'q']]);
  assert.equal(again.exitCode, 0, 'the second start begins at home');

  const piped = spawnSync('npm', ['start', '--silent'], { env, encoding: 'utf8' });
  console.log(piped.stdout);
  assert.equal(piped.status, 0, piped.stderr);
  assert.match(piped.stdout, /tenet/, 'a pipe gets a summary and what to type');
  console.log('npm start: the app opens in a terminal; a pipe gets the summary');
} finally {
  rmSync(home, { recursive: true, force: true });
}
