import path from 'node:path';
import { checkDecks } from '../app/check/check-decks.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { CommandWork } from './command.ts';
import { count, say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';
import { problemLine } from './report.ts';

export const command: CommandWork = {
  run(context, decks, options) {
    const { originals } = options;
    return withCollection(context, ({ collection, study }) => {
      const problems = checkDecks(collection, study, {
        decks,
        originals: typeof originals === 'string' ? path.resolve(context.cwd, originals) : undefined,
      });
      if (context.flags.json) sayJson(context, { problems });
      else {
        const shown = options['advice'] === true ? problems : problems.filter(isNoAdvice);
        for (const problem of shown) say(context, problemLine(problem));
        say(context, closing(problems));
        if (shown.length < problems.length)
          say(context, 'Some hints are advice on wording: "--advice" lists them.');
      }
      const fails = (severity: Severity): boolean =>
        problems.some((problem) => problem.severity === severity);
      return fails('error') || (options['strict'] === true && fails('warning')) ? 1 : 0;
    });
  },
};

/** The linter's advice on cards that a person wrote: a matter of taste, so listed on request. */
function isNoAdvice({ severity, rule }: Problem): boolean {
  return severity !== 'info' || !/^Q\d\d$/.test(rule);
}

function closing(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'No problems.';
  const severities: readonly (readonly [Severity, string])[] = [
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'hint'],
  ];
  return `${severities
    .map(([severity, word]) => {
      const n = problems.filter((problem) => problem.severity === severity).length;
      return count(n, word);
    })
    .join(', ')}.`;
}
