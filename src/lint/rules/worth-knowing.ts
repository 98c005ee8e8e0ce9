import { aboutTheShow, isSmallTalk, talksAboutTheShow } from '../chatter.ts';
import type { ReadCard } from '../read-card.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';

/** What only people who made or stored a page care about. */
const pageMatter =
  /\b(?:credibility rating|resource id|stable id|http status|page (?:type|quality)|cached (?:content|copy|page)|subscribe button|podcast(?:ing)? app|audio engineer(?:ing)?|technical editing|content editing|show['’]s producer|(?:producer|editor) of (?:the|this) (?:episode|podcast|show)|transcription of (?:the|this)|navigation menu|number of (?:likes|comments|shares))\b/i;

/** Q13: no chit-chat, no furniture of the page. */
export const worthKnowing: LintRule = {
  id: 'Q13',
  name: 'worth knowing',
  check: (card) => {
    const complaint = chatter(card) ?? furniture(card);
    return complaint === undefined ? [] : [complaint];
  },
};

function furniture({ grounds, claim }: ReadCard): Complaint | undefined {
  const places = grounds.flatMap(({ at }) => at ?? []);
  const outside =
    places.length > 0 && places.every(({ passage }) => passage.region === 'furniture');
  const words = pageMatter.exec(claim.text)?.[0];
  if (!outside && (words === undefined || grounds.length === 0)) return undefined;
  // What is said before and after a talk may hold facts; what stands around a page does not.
  const spoken = places.some(({ passage }) => passage.kind === 'turn');
  const text = words ?? places[0]?.passage.text ?? '';
  return {
    severity: outside && !spoken ? 'error' : 'warning',
    message: `${quoted(text)} belongs to what stands around the matter`,
    remedy: 'Ask about the matter, or leave it out.',
    words: words ?? '',
  };
}

/** Only where the place is small talk and the card is about it: facts stand in announcements too. */
function chatter({ claim, grounds }: ReadCard): Complaint | undefined {
  const places = grounds.flatMap(({ at, document }) =>
    at === undefined ? [] : [{ at, document }],
  );
  if (places.length === 0) return undefined;
  const words = aboutTheShow(claim.text);
  // "Visitors are welcome to climb the tower" greets nobody.
  const small = places.every(
    ({ at: { passage } }) => passage.speaker !== undefined && isSmallTalk(passage.text),
  );
  const spoken = places.every(({ at, document }) => talksAboutTheShow(at, document));
  if (!small && (words === undefined || !spoken)) return undefined;
  return {
    severity: 'error',
    message: `${quoted(words ?? places[0]?.at.passage.text ?? '')} is small talk or an announcement`,
    remedy: 'Leave it out.',
    words: words ?? '',
  };
}
