import { TenetError, type Problem } from '../model/problem.ts';
import { terminalLine } from '../app/terminal-text.ts';

/** `decks/a.md:3:1 error Q05: two questions in one. Ask one thing.` with nothing untrusted left raw. */
export function problemLine(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const card = problem.card === undefined ? '' : ` [${problem.card}]`;
  return terminalLine(
    `${place} ${problem.severity} ${problem.rule}${card}: ${problem.message}. ${problem.remedy}`,
  );
}

/** The lines that a failure prints: what happened, where, what to do; a stack only for a bug. */
export function failureLines(failure: unknown): string[] {
  if (failure instanceof TenetError) {
    const lines = [
      `tenet: ${failure.message}`,
      ...(failure.hint === undefined ? [] : [failure.hint]),
    ];
    return [...failure.problems.map(problemLine), ...lines.map(terminalLine)];
  }
  const stack = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return [
    ...stack.split('\n').map(terminalLine),
    'tenet: this is a bug. Nothing that you answered is lost. Please report it with the lines above.',
  ];
}
