import type { CardFields } from '../app/decks/new-card.ts';
import { openDialog, type Dialog } from './dialog.ts';

/**
 * Asks for cards one after another until an empty question. A question with [holes] and no answer is a
 * cloze; a line that begins with "T:" is a term.
 */
export async function cardsFromForm(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  interrupted?: AbortSignal,
): Promise<readonly CardFields[]> {
  const dialog = openDialog(input, output, interrupted);
  const cards: CardFields[] = [];
  try {
    dialog.say('A question, "T: a term", or a sentence with [holes]. An empty line ends.');
    for (;;) {
      const card = await oneCard(dialog);
      if (card === null) return cards;
      cards.push(card);
    }
  } finally {
    dialog.close();
  }
}

async function oneCard(dialog: Dialog): Promise<CardFields | null> {
  const asked = (await dialog.ask('Question:'))?.trim() ?? '';
  if (asked === '') return null;
  if (/^T:/i.test(asked)) {
    const definition = await needed(dialog, 'Definition:');
    return definition === null ? null : { term: asked.slice(2).trim(), definition };
  }
  if (/\[[^\]]+\]/.test(asked)) return { cloze: asked };
  const answer = await needed(dialog, 'Answer:');
  return answer === null ? null : { question: asked, answer };
}

async function needed(dialog: Dialog, prompt: string): Promise<string | null> {
  for (;;) {
    const line = await dialog.ask(prompt);
    if (line === null) return null;
    if (line.trim() !== '') return line.trim();
  }
}
