/**
 * Some exports write their terms as the slugs of their pages: `scalable-oversight`, `openai`. This
 * shows them as words, unit for unit, so that offsets stay what they are. Nothing happens in a text
 * that shows no other sign of such an export.
 */
export function showSlugs(text: string): string {
  if (!isSlugged(text)) return text;
  const casing = casings(text);
  const spelled = text.replaceAll(
    /(?<![\p{L}\p{N}-])[a-z]+(?:-[a-z]+)+(['’]s)?(?![\p{L}\p{N}-])/gu,
    (slug, owner) => (isCompound(slug) ? slug : wordsOf(slug, owner !== undefined, casing)),
  );
  return spelled.replaceAll(/(?<![\p{L}\p{N}-])[a-z]{3,}(?![\p{L}\p{N}-])/gu, (word) =>
    cased(word, casing),
  );
}

/** An item of a list that is named by a slug, or a name that is elsewhere written with capitals inside. */
function isSlugged(text: string): boolean {
  return /^[^\S\r\n]*(?:\d{1,3}[.)]|[-*•])[^\S\r\n]+[a-z]+(?:-[a-z]+)+[^\S\r\n]+[—–-]\s/m.test(
    text,
  );
}

/** Words that the text writes with capitals inside (`OpenAI`), by their small form. */
function casings(text: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*/gu))
    known.set(word.toLowerCase(), word);
  return known;
}

const firstOfCompound =
  /^(?:co|non|re|pre|anti|self|multi|semi|well|long|short|high|low|large|small|open|real|one|two|three|four|five|six|seven|eight|nine|ten|half|full|hand|state|out|in|up|by|step|day|so)-/;
const lastOfCompound =
  /-(?:based|like|driven|level|term|year|time|free|specific|made|scale|size|sized|of|up|off|out|in|down|\w+(?:ed|ing))(?:['’]s)?$/;

/** `four-year`, `co-leader`, `so-called`: hyphens of English, not of a slug. */
function isCompound(slug: string): boolean {
  return firstOfCompound.test(slug) || lastOfCompound.test(slug);
}

function wordsOf(slug: string, owned: boolean, casing: ReadonlyMap<string, string>): string {
  return slug
    .split('-')
    .map((word) => {
      const known = cased(word, casing);
      // Whose something is, is a name.
      return owned && known === word ? word.charAt(0).toUpperCase() + word.slice(1) : known;
    })
    .join(' ');
}

function cased(word: string, casing: ReadonlyMap<string, string>): string {
  const known = casing.get(word);
  if (known !== undefined) return known;
  return word.length >= 3 && word.length <= 5 && !/[aeiouy]/.test(word) ? word.toUpperCase() : word;
}
