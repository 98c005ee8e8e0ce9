import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { addCards } from '../app/decks/add-cards.ts';
import { cardsFromJson, type CardFields } from '../app/decks/new-card.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, OptionValues } from './command.ts';
import { count, say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  async run(context, [deck], options) {
    const cards = await cardsToAdd(context, options);
    if (cards.length === 0) {
      if (context.flags.json) sayJson(context, { file: null, ids: [] });
      else say(context, 'No card was added.');
      return 0;
    }
    return withCollection(context, ({ collection, study }) => {
      const added = addCards(collection, study, deck, cards, randomBytes);
      if (context.flags.json) sayJson(context, added);
      else say(context, `Added ${count(added.ids.length, 'card')} to ${added.file}.`);
      return 0;
    });
  },
};

/** From the flags; else from a form in a terminal, or from JSON on standard input. */
async function cardsToAdd(
  context: CommandContext,
  options: OptionValues,
): Promise<readonly CardFields[]> {
  const given = fieldsOf(options);
  if (Object.values(given).some((value) => value !== undefined)) return [given];
  if (!context.stdin.isTTY) {
    const json = await text(context.stdin);
    if (json.trim() !== '') return cardsFromJson(json);
    throw new TenetError('there is nothing to add', {
      hint: 'Give --question and --answer, --term and --definition, --cloze, or JSON on standard input.',
      exitCode: 2,
    });
  }
  const { cardsFromForm } = await import('../plain/card-form.ts');
  return cardsFromForm(context.stdin, context.stdout, context.interrupted);
}

function fieldsOf(options: OptionValues): CardFields {
  const one = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const many = (name: string): readonly string[] | undefined => {
    const value = options[name];
    return Array.isArray(value) ? (value as readonly string[]) : undefined;
  };
  return {
    question: one('question'),
    answer: one('answer'),
    term: one('term'),
    definition: one('definition'),
    cloze: one('cloze'),
    note: one('note'),
    sources: many('source'),
    tags: many('tag'),
  };
}
