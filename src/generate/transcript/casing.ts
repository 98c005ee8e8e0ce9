/** Words that are written with capitals wherever they stand, by their small form. */
const known: readonly string[] =
  `I AI AIs AGI ML RL RLHF GPT GPU GPUs CPU API APIs LLM LLMs NLP PhD PhDs CEO CTO USA UK EU UN NASA MIT IAEA ChatGPT InstructGPT OpenAI DeepMind
  Anthropic Google Microsoft Meta Twitter YouTube Wikipedia GitHub Python English German French Spanish Chinese Russian American European British
  Africa America Asia Europe China Russia Germany France Britain London Paris Berlin Oxford Cambridge Stanford Berkeley Harvard San Francisco New York
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December Christmas
  Turing Newton Einstein Darwin NP`.split(/\s+/);
const cased = new Map(known.map((word) => [word.toLowerCase(), word]));
/** Small words that are names only beside others. */
for (const word of ['new', 'meta', 'san', 'turing']) cased.delete(word);

/** Words that are names only in names: "Will", "May", "One". */
const common = new Set(
  'one will may mark bill rich grace hope art rose may and of the de von van'.split(' '),
);

/**
 * Speech in small letters as it would be written: names and abbreviations with their capitals. `names`
 * are written as they stand, where their small form occurs.
 */
export function trueCase(text: string, names: readonly string[]): string {
  const own = new Map(
    names
      .flatMap((name) => name.split(' ').map((word) => [word.toLowerCase(), word] as const))
      .filter(([small]) => !common.has(small)),
  );
  return text
    .replaceAll(
      /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?![\p{L}\p{N}])/gu,
      (word) => own.get(word) ?? cased.get(word) ?? word,
    )
    .replaceAll(/\bgpt-(?=\w)/gi, 'GPT-')
    .replaceAll(/\bGPT-n\b/g, 'GPT-N')
    .replaceAll(/\bSan francisco\b|\bsan francisco\b/g, 'San Francisco')
    .replaceAll(/\bnew york\b/g, 'New York');
}

/** Names that a text writes with a capital where no sentence begins, and nowhere small. */
export function namesIn(text: string): string[] {
  const small = new Set(text.match(/(?<!\p{L})\p{Ll}[\p{L}]*/gu));
  const found = new Set<string>();
  for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu))
    if (!small.has(word.toLowerCase())) found.add(word);
  return [...found];
}
