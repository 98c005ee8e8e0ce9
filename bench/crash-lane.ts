import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { examine } from '../src/app/log/doctor.ts';
import { defaultSettings } from '../src/model/settings.ts';
import { eventsInOrder } from '../src/store/events.ts';
import { openStore } from '../src/store/open.ts';
import { TestTerminal } from '../test/e2e/support/terminal.ts';
import { randomNumbers } from './made-decks.ts';

/** What came of killing sessions: nothing was lost where `faults` is empty. */
export interface CrashReport {
  readonly kills: number;
  /** Answers that the screen had gone on from when the process was killed. */
  readonly acknowledged: number;
  /** Answers in the log: one more a kill may have been written and not yet shown. */
  readonly logged: number;
  readonly faults: readonly string[];
}

const tenet = path.resolve(import.meta.dirname, '../bin/tenet.js');
/** More than one session can answer before it is killed. */
const cardsPerKill = 60;
const longestStartMs = 300;
const longestSessionMs = 450;

type Random = (below: number) => number;

/** Starts review sessions in a terminal, one after another on one database, and kills each with SIGKILL. */
export async function crashLane(kills: number, seed: number): Promise<CrashReport> {
  const lane = new Lane(kills, randomNumbers(seed));
  try {
    for (let kill = 0; kill < kills; kill++) await lane.killOnce();
    return lane.report(kills);
  } finally {
    lane.close();
  }
}

class Lane {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tenet-crash-'));
  readonly #database = path.join(this.#folder, 'crash.db');
  readonly #random: Random;
  readonly #faults: string[] = [];
  /** `card grade` of every answer in the log when it was last looked at, oldest first. */
  #logged: readonly string[] = [];
  #acknowledged = 0;

  constructor(kills: number, random: Random) {
    this.#random = random;
    const limits = 'new_per_day = 9999\nreviews_per_day = 9999\n';
    writeFileSync(path.join(this.#folder, 'tenet.toml'), `id = "crash"\n${limits}`);
    mkdirSync(path.join(this.#folder, 'decks'));
    const cards = Array.from(
      { length: cardsPerKill * kills },
      (_, n) => `Q: Question ${n}?\nA: Answer ${n}.\n<!-- id: card${n} -->\n`,
    );
    writeFileSync(path.join(this.#folder, 'decks', 'crash.md'), cards.join('\n'));
  }

  async killOnce(): Promise<void> {
    const acknowledged = await killedSession(this.#start(), this.#random);
    this.#acknowledged += acknowledged.length;
    this.#compare(acknowledged);
  }

  report(kills: number): CrashReport {
    const [acknowledged, logged, faults] = [this.#acknowledged, this.#logged.length, this.#faults];
    return { kills, acknowledged, logged, faults };
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #start(): TestTerminal {
    const where = ['--decks', this.#folder, '--db', this.#database];
    return new TestTerminal({
      command: process.execPath,
      args: [tenet, 'review', ...where],
      cwd: this.#folder,
      env: { HOME: this.#folder, XDG_CONFIG_HOME: this.#folder, XDG_DATA_HOME: this.#folder },
    });
  }

  #compare(acknowledged: readonly string[]): void {
    const store = openStore(this.#database, { nowMs: Date.now() });
    try {
      const { damage, differences } = examine(store, defaultSettings.schedule);
      this.#faults.push(...damage, ...differences);
      const logged = [...eventsInOrder(store)].flatMap((event) =>
        event.kind === 'answer' ? [`${event.card} ${event.grade}`] : [],
      );
      const expected = [...this.#logged, ...acknowledged];
      const lost = expected.filter((answer, at) => logged[at] !== answer);
      if (lost.length > 0) this.#faults.push(`lost: ${lost.join(', ')}`);
      if (logged.length > expected.length + 1)
        this.#faults.push(`${logged.length - expected.length} answers that were never given`);
      this.#logged = logged;
    } finally {
      store.close();
    }
  }
}

/** Answers as fast as the screen goes on until the process is killed; the result is what was acknowledged. */
async function killedSession(terminal: TestTerminal, random: Random): Promise<readonly string[]> {
  const session = { killed: false };
  const kill = (): void => {
    session.killed = true;
    terminal.kill('SIGKILL');
  };
  try {
    // One in five is killed while it starts, the others while cards are being answered.
    const answering = answer(terminal, random, session);
    if (random(5) > 0) await terminal.until(() => shownQuestion(terminal) !== null);
    await wait(random(random(5) > 0 ? longestSessionMs : longestStartMs));
    kill();
    await terminal.ended();
    return await answering;
  } finally {
    terminal.close();
  }
}

async function answer(
  terminal: TestTerminal,
  random: Random,
  session: { readonly killed: boolean },
): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const until = (holds: () => boolean): Promise<void> =>
    terminal.until(() => session.killed || holds());
  for (;;) {
    await until(() => shownQuestion(terminal) !== null);
    const card = shownQuestion(terminal);
    const grade = 1 + random(4);
    const answered = (): boolean => terminal.text().includes(`Answer ${card}.`);
    if (session.killed || card === null) return acknowledged;
    terminal.type(' ');
    await until(answered);
    if (session.killed) return acknowledged;
    terminal.type(String(grade));
    await until(() => !answered());
    // What was painted before the end counts, also where it is read after it.
    if (session.killed) await terminal.ended();
    if (!answered()) acknowledged.push(`card${card} ${grade}`);
    if (session.killed) return acknowledged;
  }
}

function shownQuestion(terminal: TestTerminal): number | null {
  const found = /Question (\d+)\?/.exec(terminal.text());
  return found === null ? null : Number(found[1]);
}
