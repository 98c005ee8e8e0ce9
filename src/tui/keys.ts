import { usualReasons } from '../app/triage/view.ts';

/** What a key can do. From this table the key line and the help are drawn. */
interface ActionSpec {
  /** Names of keys: a character, or `space`, `enter`, `escape`, `up`, `pagedown`, `ctrl+s`, `alt+left`. */
  readonly keys: readonly string[];
  /** Beside the key in the last row. */
  readonly label: string;
  /** In the help: a sentence without its full stop. */
  readonly help: string;
  /** Holding the key repeats it; of all others the same key again within a moment is dropped. */
  readonly repeats?: boolean;
  /** Each of its keys does something else, so that the last row names all of them. */
  readonly each?: boolean;
}

const table = {
  show: { keys: ['space', 'enter'], label: 'show answer', help: 'Show the answer' },
  type: { keys: ['t'], label: 'type', help: 'Type the answer' },
  submit: { keys: ['enter'], label: 'compare', help: 'Compare what you typed with the answer' },
  again: { keys: ['1'], label: 'again', help: 'Not recalled: ask it again soon' },
  hard: { keys: ['2'], label: 'hard', help: 'Recalled, with effort' },
  good: { keys: ['3', 'space', 'enter'], label: 'good', help: 'Recalled' },
  easy: { keys: ['4'], label: 'easy', help: 'Recalled without thinking' },
  undo: { keys: ['u'], label: 'undo', help: 'Take the last step back, as often as you like' },
  source: { keys: ['s'], label: 'source', help: 'The passage in its document' },
  nextSource: { keys: ['s', 'right', 'tab'], label: 'next', help: 'The next source of the card' },
  edit: { keys: ['e'], label: 'edit', help: 'Edit the card here' },
  editor: { keys: ['E'], label: 'editor', help: 'Open the deck in $VISUAL or $EDITOR' },
  bury: { keys: ['-'], label: 'bury', help: 'Put the card off until tomorrow' },
  suspend: { keys: ['@'], label: 'suspend', help: 'Ask the card no more' },
  flag: { keys: ['*'], label: 'flag', help: 'Flag the card with a note, or unflag it' },
  info: { keys: ['i'], label: 'info', help: 'What is known of the card' },
  help: { keys: ['?'], label: 'keys', help: 'All keys' },
  up: { keys: ['up'], label: 'up', help: 'Scroll', repeats: true },
  down: { keys: ['down'], label: 'down', help: 'Scroll', repeats: true },
  pageUp: { keys: ['pageup'], label: 'page up', help: 'Scroll', repeats: true },
  pageDown: { keys: ['pagedown'], label: 'page down', help: 'Scroll', repeats: true },
  early: { keys: ['space', 'enter'], label: 'show it early', help: 'Show the next card early' },
  save: { keys: ['ctrl+s'], label: 'save', help: 'Save the card' },
  keepFlag: { keys: ['enter'], label: 'flag it', help: 'Flag the card with this note' },
  discard: { keys: ['y'], label: 'discard', help: 'Close without saving' },
  keepEditing: { keys: ['n', 'escape'], label: 'go on editing', help: 'Back to the text' },
  reviewAll: { keys: ['space'], label: 'review', help: 'Review what is due' },
  reviewDeck: { keys: ['enter'], label: 'this deck', help: 'Review the chosen deck' },
  previousDeck: { keys: ['up', 'k'], label: 'up', help: 'The deck above', repeats: true },
  nextDeck: { keys: ['down', 'j'], label: 'down', help: 'The deck below', repeats: true },
  startReading: { keys: ['space', 'enter', 'r'], label: 'start reading', help: 'Read' },
  read: { keys: ['r'], label: 'read', help: 'Go on reading' },
  readSection: {
    keys: ['r'],
    label: 'read',
    help: 'The section of the reader that the card is from',
  },
  goOn: {
    keys: ['space', 'enter'],
    label: 'go on',
    help: 'Read on; at the end of the section its cards, then the next section',
  },
  backToCard: {
    keys: ['escape', 'b', 'r', 'q'],
    label: 'back to the card',
    help: 'Back to the card',
  },
  skipCards: {
    keys: ['n'],
    label: 'skip the cards',
    help: 'Go on without the cards: they come with your reviews',
  },
  footnotes: { keys: ['f'], label: 'footnotes', help: 'What the section rests on' },
  glossary: { keys: ['g'], label: 'glossary', help: 'What the words mean' },
  closeNote: { keys: ['escape', 'q', 'f', 'g', '?'], label: 'back', help: 'Back to the section' },
  toChapters: { keys: ['b', 'escape'], label: 'back', help: 'Back to the list of chapters' },
  previousSection: { keys: ['left'], label: 'before', help: 'The section before this one' },
  readNext: { keys: ['space'], label: 'go on', help: 'Go on where you left off' },
  openChapter: { keys: ['enter'], label: 'this chapter', help: 'Open the chosen chapter' },
  previousChapter: { keys: ['up', 'k'], label: 'up', help: 'The chapter above', repeats: true },
  nextChapter: { keys: ['down', 'j'], label: 'down', help: 'The chapter below', repeats: true },
  choose: { keys: ['space', 'enter'], label: 'go on', help: 'Go on' },
  previousChoice: { keys: ['up', 'k'], label: 'choose', help: 'The choice above', repeats: true },
  nextChoice: { keys: ['down', 'j'], label: 'choose', help: 'The choice below', repeats: true },
  skip: { keys: ['escape'], label: 'skip', help: 'Skip the introduction' },
  keep: { keys: ['a'], label: 'keep', help: 'Keep the draft: it goes into its deck' },
  reject: { keys: ['r'], label: 'reject…', help: 'Reject the draft for good, with a reason' },
  usualReason: {
    keys: usualReasons.map((_, index) => `${index + 1}`),
    label: 'a reason',
    help: 'Reject for this reason',
    each: true,
  },
  ownReason: { keys: ['w'], label: 'in your words', help: 'Reject for a reason of your own' },
  giveReason: { keys: ['enter'], label: 'reject', help: 'Reject for this reason' },
  merge: { keys: ['m'], label: 'merge…', help: 'Make one card of the draft and the near one' },
  mergeCard: {
    keys: ['space', 'enter', 'm'],
    label: "the card's",
    help: 'The card that stands keeps its words',
  },
  mergeDraft: { keys: ['d'], label: "the draft's", help: 'The card takes the words of the draft' },
  write: { keys: ['w'], label: 'write your own', help: 'A card of your own from this passage' },
  switchOff: {
    keys: ['o'],
    label: 'rule off…',
    help: 'Switch off the rule that speaks against it, with a reason',
  },
  giveSwitch: { keys: ['enter'], label: 'switch off', help: 'Switch the rule off for this card' },
  later: { keys: ['n'], label: 'later', help: 'Put the draft off until another time' },
  leaveDocument: {
    keys: ['d'],
    label: 'leave document',
    help: 'Put off what is left of this document',
  },
  finish: { keys: ['space', 'enter'], label: 'leave', help: 'Leave' },
  close: { keys: ['escape', 'q', '?', 'i'], label: 'back', help: 'Back to the card' },
  back: { keys: ['escape'], label: 'back', help: 'One step back' },
  leave: { keys: ['q'], label: 'leave', help: 'Leave; everything is saved' },
  quit: { keys: ['ctrl+c'], label: 'quit', help: 'Leave at once; everything is saved' },
} as const satisfies Record<string, ActionSpec>;

/** What a key can do, by name: the names of the setting `keys`. */
export type Action = keyof typeof table;

/** Every action with its keys and words, in the order of the help. */
export const actions: Readonly<Record<Action, ActionSpec>> = table;
