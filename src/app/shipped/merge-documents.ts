import { isDeck, isLedger, type MergeInput, type Part, sameText } from './merge-parts.ts';

/** Documents follow the package as whole files. */
export function mergeDocuments({ base, fresh, mine }: MergeInput): Part {
  const files = new Map<string, string | null>();
  const counts = { added: 0, changed: 0, withdrawn: 0, kept: 0 };
  const paths = [...new Set([...base.keys(), ...fresh.keys()])]
    .filter((path) => !isDeck(path) && !isLedger(path))
    .sort();
  for (const path of paths) {
    const [before, now, own] = [base.get(path), fresh.get(path), mine.get(path)];
    if (sameText(own, now) || (own === undefined && before !== undefined)) continue;
    if (own === undefined) counts.added += 1;
    else if (!sameText(own, before)) counts.kept += sameText(before, now) ? 0 : 1;
    else if (now === undefined) counts.withdrawn += 1;
    else counts.changed += 1;
    if (own === undefined || sameText(own, before)) files.set(path, now ?? null);
  }
  return { files, counts };
}

/** Lines of both: two lines for one card are legal, and folded when they are read. */
export function mergeLedger({ base, fresh, mine }: MergeInput): ReadonlyMap<string, string> {
  const merged = [...fresh]
    .filter(([path]) => isLedger(path))
    .flatMap(([path, now]) => {
      const own = mine.get(path);
      if (own === undefined || sameText(own, base.get(path))) return [[path, now] as const];
      const lines = [...new Set([...own.split(/\r?\n/), ...now.split('\n')])].filter(
        (line) => line !== '',
      );
      return [[path, `${lines.sort().join('\n')}\n`] as const];
    });
  return new Map(merged.filter(([path, text]) => mine.get(path) !== text));
}
