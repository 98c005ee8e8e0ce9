/**
 * Gives headings the fragments that GitHub gives them: lower case, letters, digits, `-` and `_` kept,
 * spaces as `-`, and a number for a repeat. A heading may name its own at its end: `{#evaluation}`.
 */
export function createSlugger(): (heading: string) => string {
  const taken = new Map<string, number>();
  return (heading) => {
    const base = ownSlug(heading) ?? slugOf(heading);
    let slug = base;
    while (taken.has(slug)) {
      const repeat = (taken.get(base) ?? 0) + 1;
      taken.set(base, repeat);
      slug = `${base}-${repeat}`;
    }
    taken.set(slug, 0);
    return slug;
  };
}

const own = /\s*\{#([\p{L}\p{N}_:.-]{1,100})\}$/u;

/** A heading's words without the fragment that it names itself. */
export function withoutOwnSlug(heading: string): string {
  return heading.replace(own, '');
}

function ownSlug(heading: string): string | undefined {
  return own.exec(heading)?.[1];
}

function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}
