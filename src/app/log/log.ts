import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { StudyEvent } from '../../model/event.ts';
import { eventOfLine, lineOfEvent } from '../../store/event-lines.ts';
import { eventsInOrder } from '../../store/events.ts';
import { WrongField } from '../../store/field-checks.ts';
import type { Store } from '../../store/open.ts';
import { syncFile, syncFolder } from '../../store/sync.ts';
import { fileLines } from '../file-lines.ts';
import { readable } from '../files.ts';
import { terminalJson, type TerminalText } from '../terminal-text.ts';
import type { Study, TakenIn } from './study.ts';

/** What an import read, and what of it was new. */
export interface Imported extends TakenIn {
  readonly read: number;
}

/** After so many bad lines it is clear that this is no log. */
const mostProblems = 20;

const progressEvery = 5000;

/** The whole log as lines of JSON with their line ends, in the order of the ids. */
export function* exportedLog(store: Store): Generator<TerminalText, void> {
  for (const event of eventsInOrder(store)) yield terminalJson(`${lineOfEvent(event)}\n`);
}

/**
 * Writes the whole log into a new file, which is there whole or not at all. Throws `TenetError` where there
 * is a file already, or none can be written.
 */
export async function exportLog(store: Store, file: string, signal: AbortSignal): Promise<void> {
  if (existsSync(file))
    throw new TenetError(`${file}: this file exists already`, { hint: 'Name another file.' });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const out = createWriteStream(unfinished, { flags: 'wx' });
    await pipeline(Readable.from(exportedLog(store)), out, { signal });
    syncFile(unfinished);
    renameSync(unfinished, file);
    syncFolder(path.dirname(file));
  } catch (failure) {
    rmSync(unfinished, { force: true });
    throw readable(failure, file);
  }
}

/**
 * Takes the events of an exported log in: those that are here already change nothing. Throws `TenetError`
 * with every line that is wrong, and then nothing was taken in.
 */
export function importLog(study: Study, file: string, progress?: (read: number) => void): Imported {
  const problems: Problem[] = [];
  let read = 0;
  function* events(): Generator<StudyEvent, void> {
    for (const event of eventsOfFile(file, problems)) {
      read += 1;
      if (read % progressEvery === 0) progress?.(read);
      yield event;
    }
    refuseBadLines(file, problems);
  }
  return { ...study.takeIn(events()), read };
}

function refuseBadLines(file: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new TenetError(
    `${file}: ${problems.length === 1 ? '1 line is' : `${problems.length} lines are`} not from a log, so nothing was taken in`,
    { hint: 'Correct or remove these lines, then import again.', problems },
  );
}

/** The events of a file; lines that hold none become problems. */
function* eventsOfFile(file: string, problems: Problem[]): Generator<StudyEvent, void> {
  let number = 0;
  for (const line of fileLines(file)) {
    number += 1;
    const text = number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text;
    if (text.trim() === '') continue;
    try {
      yield eventOfLine(text);
    } catch (failure) {
      if (!(failure instanceof WrongField)) throw failure;
      problems.push(problemOf(file, number, failure.message));
      if (problems.length >= mostProblems) refuseBadLines(file, problems);
    }
  }
}

function problemOf(file: string, line: number, message: string): Problem {
  return {
    file,
    line,
    column: 1,
    rule: 'log-line',
    severity: 'error',
    message,
    remedy: 'Correct or remove the line.',
  };
}
