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
    return words.map((word, index) => {
      const start = text.indexOf(word, at);
      at = (start === -1 ? at : start) + word.length;
      return { text: word, pos: tags[index] ?? 'X', start: at - word.length, end: at };
    });
  };
}
