import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { runSession, type Session } from '../../src/cli/session.ts';
import type { TerminalResult } from '../../src/tui/index.ts';
import { Home } from '../e2e/support/run-tenet.ts';

let home: Home;
let stdout: PassThrough;
let stop: AbortController;

beforeEach(() => {
  home = new Home();
  stdout = new PassThrough();
  stop = new AbortController();
});
afterEach(() => home.close());

function contextWith(plain: boolean): CommandContext {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  return {
    flags: { json: false, plain },
    env: { HOME: home.folder },
    cwd: home.collection,
    clock: { now: () => 0 },
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: Object.assign(stdout, { isTTY: true }) as unknown as NodeJS.WriteStream,
    stderr: new PassThrough() as unknown as NodeJS.WriteStream,
    interrupted: stop.signal,
  };
}

const printed = (): string => String(stdout.read() ?? '');
const left: TerminalResult = { exitCode: 0, farewell: 'Left.\n\nSaved\u001b[2J.' };
const session = (more: Partial<Session> = {}): Session => ({
  lines: () => Promise.resolve(),
  screen: () => Promise.resolve(left),
  ...more,
});

const problemsFound = (): 1 => 1;
const interruptedScreen: Session['screen'] = () => Promise.resolve({ ...left, exitCode: 130 });
const interruptedLines: Session['lines'] = async (_, talk) => {
  const answer = talk().ask('Well?');
  stop.abort();
  expect(await answer).toBeNull();
};

describe('a session of a command', () => {
  it('says on a screen farewell line by line, then what the screen had no place for', async () => {
    const own = session({ afterScreen: () => void stdout.write('After.\n') });
    const status = await runSession(contextWith(false), own);
    expect([status, printed()]).toEqual([0, 'Left.\nSaved.\nAfter.\n']);
  });

  it('ends with its own status, but with 130 where it was interrupted, in both forms', async () => {
    const status = problemsFound;
    expect(await runSession(contextWith(false), session({ status }))).toBe(1);
    expect(await runSession(contextWith(true), session({ status }))).toBe(1);
    const interrupted = session({ status, screen: interruptedScreen, lines: interruptedLines });
    expect(await runSession(contextWith(false), interrupted)).toBe(130);
    expect(await runSession(contextWith(true), interrupted)).toBe(130);
  });

  it('closes the collection whatever happens', async () => {
    let seen: Parameters<Session['lines']>[0] | undefined;
    const lines: Session['lines'] = (seat) => {
      seen = seat;
      return Promise.reject(new RangeError('a bug'));
    };
    await expect(runSession(contextWith(true), session({ lines }))).rejects.toThrow('a bug');
    expect(() => seen?.opened.store.read(() => undefined)).toThrow('not open');
  });
});
