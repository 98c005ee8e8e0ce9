import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sidesOf } from '../../src/deck/sides.ts';
import { faceOf } from '../../src/deck/face.ts';
import { readBack } from '../../src/app/generate/cards.ts';
import { readDocument } from '../../src/app/generate/documents.ts';
import { draftDocument, proposeCards, type Proposal } from '../../src/app/generate/drafts.ts';
import { admitByLint } from '../../src/app/check/lint-drafts.ts';
import { drafters, isTalk } from '../../src/generate/index.ts';
import { namesOfDocuments } from '../../src/generate/names.ts';
import { generatedId } from '../../src/ledger/card-id.ts';
import { gapEnd, gapStart } from '../../src/model/face.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import type { CoveringCard } from './recall.ts';

/** A card that `generate` would make of a document. */
export interface SeedCard extends CoveringCard {
  readonly id: string;
  readonly file: string;
  readonly rule: string;
  readonly where: 'deck' | 'draft' | 'refused';
  /** Why it is not in a deck. */
  readonly reason: string;
}

/** What `generate` makes of each document of a folder, as it would be admitted if it stood alone. */
export async function cardsOfFolder(folder: string): Promise<SeedCard[]> {
  const files = readdirSync(folder)
    .filter((file) => /\.(?:txt|md|html?|vtt|srt)$/.test(file))
    .sort();
  const documents = files.map((file) =>
    readDocument({ absolute: path.join(folder, file), path: file, place: file }),
  );
  const sources = documents.map(({ source }) => source);
  const names = namesOfDocuments(sources.filter((source) => !isTalk(source)));
  const found: SeedCard[] = [];
  for (const document of documents) {
    const drafted = await draftDocument(document, drafters, { names });
    const options = { admit: admitByLint(), draftsPerDocument: defaultSettings.draftsPerDocument };
    const proposals = await proposeCards(drafted, 'decks/a.md', options);
    found.push(...proposals.flatMap(sidesOfProposal));
  }
  return found;
}

function sidesOfProposal(proposal: Proposal): SeedCard[] {
  const card = readBack(proposal.text);
  if (card === undefined) return [];
  const { source: file, span, admitted: where, reason, rule } = proposal;
  return sidesOf(card).map((side) => {
    const { question, answer } = faceOf(card, side);
    const id = generatedId(proposal, 0);
    const places = [{ file, start: span.start, end: span.end }];
    return {
      id: side.name === '' ? id : `${id}/${side.name}`,
      file,
      rule,
      where,
      reason,
      question: shown(question),
      answer: shown(answer),
      places,
    };
  });
}

/** A gap as people read it. */
function shown(text: string): string {
  return text.replaceAll(gapStart, '[').replaceAll(gapEnd, ']');
}
