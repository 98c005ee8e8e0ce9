/** A word with its part of speech, as offsets into the text that was tagged. */
export interface Tagged {
  readonly text: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

export type Tagger = (text: string) => readonly Tagged[];

let loading: Promise<Tagger> | undefined;

/** A tagger of English that needs no capitals and no marks (wink-nlp); loaded once, when first asked for. */
export function loadTagger(): Promise<Tagger> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = winkNLP(model, ['pos']);
  return (text) => {
    const tokens = nlp.readDoc(text).tokens();
    const words: string[] = tokens.out();
    const tags: string[] = tokens.out(nlp.its.pos);
    let at = 0;
    const tagged = words.flatMap((word, index) => {
      const start = text.indexOf(word, at);
      at = (start === -1 ? at : start) + word.length;
      return parted({ text: word, pos: tags[index] ?? 'X', start: at - word.length, end: at });
    });
    return tagged.map((word, index) => (isNamedThing(tagged, index) ? asNoun(word) : word));
  };
}

function asNoun(word: Tagged): Tagged {
  return { ...word, pos: 'NOUN' };
}

/** "I'm" is two words, as "you're" is. */
function parted(word: Tagged): Tagged[] {
  const mark = /^i(?=['’](?:m|ve|ll|d)$)/i.exec(word.text)?.[0];
  if (mark === undefined) return [word];
  const border = word.start + mark.length;
  return [
    { text: mark, pos: 'PRON', start: word.start, end: border },
    { text: word.text.slice(mark.length), pos: 'AUX', start: border, end: word.end },
  ];
}

/** "The compute has", "of compute": what is taken for a verb where none can stand is a noun. */
function isNamedThing(words: readonly Tagged[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word?.pos !== 'VERB' || /(?:ing|ed|en)$/.test(word.text)) return false;
  if (
    before !== undefined &&
    /^(?:the|a|an|this|of|more|much|less|about|our|your|their)$/i.test(before.text)
  )
    return true;
  const follows =
    after !== undefined &&
    /^(?:is|are|was|were|has|can|could|will|would|should|might)$/i.test(after.text);
  return follows && (before === undefined || !/^(?:PRON|PART|AUX|NOUN|PROPN)$/.test(before.pos));
}
