import type { Region } from '../model/source.ts';

/** What pages say about themselves and not about their matter. */
const furniture: readonly RegExp[] = [
  /^skip to (?:main )?content\b/i,
  /^(?:back|menu|share|search|subscribe|sign (?:in|up)|subscribe ?sign ?in|log in|home|more|comments?|likes?|play|follow|download|next|previous|read more|show more)$/i,
  /^(?:credibility rating|metadata|cached content preview|related (?:pages|articles|posts)|rating inherited\b.*|cited by \d+.*|page ?type ?quality.*|page views?.*|(?:resource|stable|page) id\b.*)$/i,
  /^(?:http\/?\s?\d{3}|fetched\b|last (?:updated|edited|modified)\b|retrieved\b|© ?\d{4}|copyright\b|all rights reserved)/i,
  /^(?:importance|quality|tags?|categor(?:y|ies)|filed under):?\s*\d/i,
  /^(?:mixed|high|low)? ?\(?\d{1,2}\)?$|^\d{1,2}\/\d{1,2}(?:\s|$)|^\d[\d.,kKmM ]*$/,
  /^(?:mixed|high|low) quality\./i,
  /^\.{3} ?\(truncated\b|^\[truncated/i,
  /^(?:\p{Lu}[\p{L}&/]*(?: [\p{L}&/]+){0,4}):\s+\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+(?:(?:,| and| &) \p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+)*$/u,
  /^(?:\d{1,2} \p{L}{3,9}\.?(?: \d{4})? )?(?:\d{1,2} ?h(?:ours?)?)? ?\d{1,2} ?min(?:utes)?\.?$/iu,
  /^(?:links to learn more|get this episode by|listen (?:to this|on)\b|subscribe (?:to|on)\b|follow us\b)/i,
  /^\p{L}+ ?\(\d+\)$/u,
];

/** Who made a thing, one line each: `Producer: A. Name`. What follows such lines is other matter. */
const credit =
  /^(?:produced|producers?|editors?|edited|audio|sound|technical|mastering|engineer(?:ing|s|ed)?|transcri(?:pt|ption|ptions|bed)|additional|music|artwork|host(?:ed)?)\b[^:]{0,60}(?::| by )\s*\p{Lu}/iu;

/**
 * Which paragraphs of a page are its furniture: menus, ratings, fetch data, credits, and, where credits
 * end the page's own matter, all that follows them. Takes the paragraphs' texts in order.
 */
export function findRegions(paragraphs: readonly string[]): readonly Region[] {
  const end = paragraphs.findIndex((text, index) => index > 0 && isCredits(text));
  const closes = end > paragraphs.length * 0.2;
  return paragraphs.map((text, index) =>
    (closes && index >= end) || isFurniture(text) ? 'furniture' : 'body',
  );
}

function isFurniture(text: string): boolean {
  if (text.length > 400) return false;
  return furniture.some((pattern) => pattern.test(text.trim()));
}

function isCredits(text: string): boolean {
  return text.length < 600 && credit.test(text.trim());
}
