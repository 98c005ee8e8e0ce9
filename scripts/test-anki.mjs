// Checks exchange with the real Anki: makes a Python environment under .cache, installs Anki's own library
// there, and runs test/anki against it. Its last line is the verdict, which .ci/run prints as its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const version = '26.9.3';
const installTimeoutMs = 600_000;
const pythons = ['python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3'];

const root = path.resolve(import.meta.dirname, '..');
const cache = process.env.TENET_ANKI_CACHE ?? path.join(root, '.cache');
const environment = path.join(cache, `anki-${version}`);
const windows = process.platform === 'win32';
const python = path.join(environment, windows ? 'Scripts/python.exe' : 'bin/python');

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
}

/** A missing Python or registry is the only excuse for not checking. */
function notChecked(why) {
  console.log(`anki: not checked (${why})`);
  process.exit(0);
}

function failed(why) {
  console.log(`anki: FAILED (${why})`);
  process.exit(1);
}

/** What pip says when no registry answered, or none that has the package for this machine. */
const noRegistry =
  /from versions: none|connection|timed? ?out|name resolution|unreachable|certificate|proxy/i;

function isReady() {
  if (!existsSync(python)) return false;
  const asked = run(python, ['-c', 'from anki.buildinfo import version; print(version)']);
  return asked.status === 0;
}

function prepare() {
  const found = pythons.find((name) => {
    const asked = run(name, [
      '-c',
      'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))',
    ]);
    return asked.status === 0;
  });
  if (found === undefined) notChecked('no Python 3.10 or later with venv');
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const made = run(found, ['-m', 'venv', environment]);
  if (made.status !== 0) notChecked('a Python environment could not be made');
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--cache-dir',
    path.join(cache, 'pip'),
    `anki==${version}`,
  ];
  const installed = run(python, pip, { timeout: installTimeoutMs });
  if (installed.status === 0 && isReady()) return;
  const said = (installed.stderr ?? '').trim();
  const last = said.split('\n').at(-1) ?? '';
  rmSync(environment, { recursive: true, force: true });
  const why = `the anki library could not be installed: ${last}`;
  if (installed.status === null || noRegistry.test(said)) notChecked(why);
  else failed(why);
}

if (!isReady()) prepare();
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'test/anki/vitest.config.ts', ...process.argv.slice(2)];
const tested = run(process.execPath, args, {
  stdio: 'inherit',
  encoding: 'buffer',
  env: { ...process.env, TENET_ANKI_PYTHON: python, TZ: 'UTC' },
});
console.log(tested.status === 0 ? `anki: checked with ${version}` : `anki: FAILED with ${version}`);
process.exit(tested.status ?? 1);
