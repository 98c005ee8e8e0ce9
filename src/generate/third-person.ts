/** Verbs that follow "you" inside a question, and get an ending when a name stands there. */
const verbs =
  'think|mean|see|want|know|say|like|need|expect|believe|feel|make|get|plan|hope|use|call|do|describe|suggest|propose|mention|find|consider|prefer|worry|work|agree|imagine|guess|envision|try|hire|look|recommend|have';
const others: readonly (readonly [RegExp, string])[] = [
  [/\bdo you\b/gi, 'does {}'],
  [/\bhave you\b/gi, 'has {}'],
  [/\bare you\b/gi, 'is {}'],
  [/\bwere you\b/gi, 'was {}'],
  [/\b(did|would|could|can|will|should|might|must) you\b/gi, '$1 {}'],
  [/\byou(?:'|’)re\b|\byou are\b/gi, '{} is'],
  [/\byou(?:'|’)ve\b|\byou have\b/gi, '{} has'],
  [/\byou(?:'|’)d\b/gi, '{} would'],
  [/\byou(?:'|’)ll\b/gi, '{} will'],
  [/\byou (can|could|will|would|should|might|must|did|had|were)\b/gi, '{} $1'],
  [/\b(?:your own|your)\b/gi, '{}’s'],
  [/\b(do|did|can|could|should|would|will|might|must) we\b/gi, '$1 people'],
  [/\bwe(?:'|’)re\b/gi, 'people are'],
  [/\bwe(?:'|’)ve\b/gi, 'people have'],
  [/\b(are|were|have) we\b/gi, '$1 people'],
  [/\bwe\b/gi, 'people'],
  [/\bour\b/gi, 'people’s'],
  [/\bus\b(?! citizens)/g, 'people'],
];

/** A question to somebody as a question about him; undefined where more than forms of "you" would have to change. */
export function inThirdPersonOf(question: string, name: string): string | undefined {
  let told = question;
  for (const [pattern, by] of others) told = told.replace(pattern, by);
  told = told.replaceAll(new RegExp(String.raw`\byou (?=(?:${verbs})\b)`, 'gi'), '{}+ ');
  told = told.replaceAll(/\{\}\+ (\w+)/g, (_all, verb: string) => `{} ${thirdPerson(verb)}`);
  if (/\b(?:i|me|my|mine|you|yours?|yourself|i['’]\w+)\b/i.test(told)) return undefined;
  let first = true;
  return told.replaceAll('{}', () => {
    const short = name.split(' ').at(-1) ?? name;
    const shown = first ? name : short;
    first = false;
    return shown;
  });
}

function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has';
  if (verb === 'do') return 'does';
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** Words of a question that point at what was said before it. */
export function leansBack(question: string): boolean {
  return /\b(?:it|its|this|these|those|they|them|their|such|he|she|him|there|here|then)\b|\bthat(?!['’]?s? (?:\w+ )?(?:the|a|an|we|people|you|models?|systems?|ai|humans?|\w+s)\b)|\b(?:one|ones|so)$/i.test(
    question,
  );
}
