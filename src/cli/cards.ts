import { existsSync } from 'node:fs';
import path from 'node:path';
import { listCards, type ListedCard } from '../app/decks/cards.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { resetCard } from '../app/decks/reset-card.ts';
import { count, say, sayJson } from './output.ts';
import { withIndex } from './opened.ts';

export const command: CommandWork = {
  run(context, [query = ''], options) {
    const { tag, originals, reset } = options;
    if (typeof originals === 'string') requireCopies(context, originals);
    if (typeof reset === 'string') return startAgain(context, reset);
    return withIndex(context, async ({ collection, study }): Promise<ExitStatus> => {
      const cards = await listCards(collection, study, {
        words: query.split(/\s+/).filter((word) => word !== ''),
        tags: typeof tag === 'string' ? [tag.replace(/^#/, '')] : [],
        ...(typeof originals === 'string'
          ? { originals: path.resolve(context.cwd, originals) }
          : {}),
      });
      if (context.flags.json) sayJson(context, cards);
      else {
        for (const card of cards) say(context, cardLine(card));
        say(context, `${count(cards.length, 'side')} of ${count(cardCount(cards), 'card')}.`);
      }
      return 0;
    });
  },
};

function requireCopies({ flags, cwd }: CommandContext, originals: string): void {
  if (!flags.json)
    throw new TenetError('--originals adds places to the list as JSON only', {
      hint: 'Add --json.',
      exitCode: 2,
    });
  if (!existsSync(path.resolve(cwd, originals)))
    throw new TenetError(`${path.resolve(cwd, originals)}: there is no such folder`, {
      hint: 'Name the folder that holds copies of the originals.',
      exitCode: 2,
    });
}

/** For a card whose history is not its own, or that has become another. */
function startAgain(context: CommandContext, id: string): Promise<ExitStatus> {
  return withIndex(context, ({ study }): ExitStatus => {
    const sides = resetCard(study, id);
    if (context.flags.json) sayJson(context, { card: id, sides });
    else
      say(
        context,
        sides === 0
          ? 'It was new already.'
          : `${count(sides, 'side')} of it ${sides === 1 ? 'starts' : 'start'} again from new; the log keeps what was answered.`,
      );
    return 0;
  });
}

function cardLine({ file, line, state, suspended, question, answer }: ListedCard): string {
  const mark = suspended ? 'suspended' : state;
  return `${file}:${line} ${mark}: ${folded(question)} / ${folded(answer)}`;
}

function folded(markdown: string): string {
  return markdown.replaceAll(/\s+/g, ' ').trim();
}

function cardCount(cards: readonly ListedCard[]): number {
  return new Set(cards.map(({ card }) => card)).size;
}
