/** A name in a text: words with capital letters that stand together. */
export interface Name {
  readonly text: string;
  /** It stands at the start of a sentence, where any word has a capital letter. */
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
}

const capital = String.raw`\p{Lu}[\p{L}\d]*(?:[.'’-](?!s(?![\p{L}]))[\p{L}\d]+)*`;
const run = new RegExp(
  `${capital}(?: (?:of|for|the|and|de|van|von) (?=${capital})${capital}| ${capital})*`,
  'gu',
);

/** Words that begin sentences and are no names. */
const openers =
  /^(?:A|About|Above|According|After|All|Almost|Although|An|And|Any|As|At|Because|Before|Being|Between|Both|But|By|Can|Could|Did|Do|Does|During|Each|Either|Even|Every|Few|For|From|Getting|Had|Has|Have|He|Her|His|How|However|I|If|In|Instead|Into|Is|It|Its|Less|Many|May|More|Most|Much|Name|Neither|No|Nobody|None|Not|Nothing|Of|On|Once|One|Only|Or|Our|People|Perhaps|Should|Since|So|Some|Someone|Such|Than|That|The|Their|Then|There|These|They|This|Those|Though|Through|To|Two|Under|Until|Was|We|Were|What|When|Where|Whether|Which|While|Who|Whom|Whose|Why|Will|With|Within|Without|Would|Yes|You)$/;

/** Words inside names that begin none: "Because the RLHF". */
const links = /^(?:of|for|the|and)$/;

/** The names of a text. A capital letter at the start of a sentence is none unless more follow. */
export function namesOf(text: string, withFirst = false): readonly Name[] {
  const names: Name[] = [];
  for (const found of text.matchAll(run)) {
    const words = found[0].split(' ');
    let start = found.index;
    while (words.length > 0 && (openers.test(words[0] ?? '') || links.test(words[0] ?? '')))
      start += (words.shift() ?? '').length + 1;
    if (words.length === 0) continue;
    const name = words.join(' ');
    const opens = /(?:^|[.!?:;“"‘([…\n-]\s*|\d[.)]\s*)$/.test(
      text.slice(Math.max(0, start - 3), start),
    );
    const plain = words.length === 1 && !/\p{L}[\p{Lu}\d]/u.test(name);
    if (opens && plain && !withFirst) continue;
    names.push({ text: name, opens, start, end: start + name.length });
  }
  return names;
}

/** Whether two names can be of one person: a word of one is a word of the other. */
export function sameName(one: string, other: string): boolean {
  const words = partsOf(one);
  return partsOf(other).some((part) => words.includes(part));
}

function partsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll(/['’]s?(?![\p{L}])/gu, '')
    .split(/[\s-]+/)
    .filter((part) => part.length > 1);
}
