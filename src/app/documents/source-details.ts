/** What a list of originals says of one: `- title: …`, `- author: …` under the heading that names it. */
export interface OriginalDetails {
  readonly title: string;
  /** "Jan Leike, 2022, https://…", as far as the list tells. */
  readonly details: string;
}

const field = /^[-*+] ([a-z]+):[ \t]*(\S.*)$/gim;
const unknown = /^(?:unknown|none|-)$/i;

/** Reads one section of a list of originals; null where it is no such section. */
export function originalDetails(section: string): OriginalDetails | null {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of section.matchAll(field)) {
    fields.set(name.toLowerCase(), value.trim());
  }
  const title = fields.get('title');
  if (title === undefined) return null;
  const told = ['author', 'year', 'address'].flatMap((name) => fields.get(name) ?? []);
  return { title, details: told.filter((value) => !unknown.test(value)).join(', ') };
}
