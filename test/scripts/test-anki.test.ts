import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../scripts/test-anki.mjs');

/** A Python that can make environments, whose pip says `pip` and fails, and whose library is not there. */
function python(pip: string): string {
  return `#!/bin/sh
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python";;
  "-m pip") printf '%s\\n' '${pip}' >&2; exit 1;;
  "-c from"*) exit 1;;
  *) exit 0;;
esac
`;
}

interface Verdict {
  readonly status: number | null;
  readonly said: string;
  readonly cache: string;
}

/** Runs the script with these programs for Pythons, and nothing else of the machine's. */
function verdict(programs: Readonly<Record<string, string>>): Verdict {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-verdict-'));
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(path.join(bin, name), text);
    chmodSync(path.join(bin, name), 0o755);
  }
  const cache = path.join(folder, 'cache');
  const tools = Object.keys(programs).length === 0 ? bin : `${bin}:/usr/bin:/bin`;
  const { status, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { PATH: tools, HOME: folder, TENET_ANKI_CACHE: cache },
  });
  return { status, said: stdout.trimEnd().split('\n').at(-1) ?? '', cache };
}

const everyPython = (text: string) => ({
  'python3.13': text,
  'python3.12': text,
  'python3.11': text,
  'python3.10': text,
  python3: text,
});

describe.skipIf(process.platform === 'win32')('the check with the real Anki', () => {
  it('is excused where there is no Python', () => {
    expect(verdict({})).toMatchObject({
      status: 0,
      said: 'anki: not checked (no Python 3.10 or later with venv)',
    });
  });

  it.each([
    'ERROR: Could not find a version that satisfies the requirement anki (from versions: none)',
    'ReadTimeoutError: Read timed out.',
    'Failed to establish a new connection: Name or service not known',
  ])('is excused where no registry answers: %s', (pip) => {
    const { status, said, cache } = verdict(everyPython(python(pip)));
    expect(status).toBe(0);
    expect(said).toBe(`anki: not checked (the anki library could not be installed: ${pip})`);
    expect(existsSync(path.join(cache, 'anki-26.9.3'))).toBe(false);
  });

  it.each([
    'ERROR: No matching build backend: the wheel is broken',
    'ERROR: ResolutionImpossible: for help see the documentation',
    'ERROR: No space left on device',
  ])('fails where the library cannot be installed for any other reason: %s', (pip) => {
    expect(verdict(everyPython(python(pip)))).toMatchObject({
      status: 1,
      said: `anki: FAILED (the anki library could not be installed: ${pip})`,
    });
  });

  it('fails where the installed library does not work', () => {
    const silent = python('').replace("printf '%s\\n' '' >&2; exit 1", 'exit 0');
    expect(verdict(everyPython(silent)).status).toBe(1);
  });

  it('fails where a test against it fails', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-verdict-'));
    const bin = path.join(folder, 'anki-26.9.3', 'bin');
    mkdirSync(bin, { recursive: true });
    // The library answers when it is asked for its version, and not when a test drives it.
    writeFileSync(path.join(bin, 'python'), '#!/bin/sh\n[ "$1" = -c ]\n');
    chmodSync(path.join(bin, 'python'), 0o755);
    const { status, stdout } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { ...process.env, TENET_ANKI_CACHE: folder },
    });
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('anki: FAILED with 26.9.3');
  }, 60_000);
});
