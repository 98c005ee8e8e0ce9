import type { Action } from './keys.ts';

const scrolling = ['up', 'down', 'pageUp', 'pageDown'] as const;
const leaving = ['back', 'leave', 'quit'] as const;
const grades = ['again', 'hard', 'good', 'easy'] as const;

const draftMore = [
  'later',
  'write',
  'switchOff',
  'leaveDocument',
  'nextSource',
  'editor',
  ...scrolling,
  ...leaving,
] as const;

interface ModeSpec {
  /** In the last row, the most usual first. */
  readonly line: readonly Action[];
  /** Only in the help. */
  readonly more: readonly Action[];
}

/** What can be done where. A mode is a screen, or a layer over one. */
const modeTable = {
  question: {
    line: ['show', 'edit', 'bury', 'help'],
    more: ['readSection', 'suspend', 'flag', 'info', 'editor', 'undo', ...scrolling, ...leaving],
  },
  /** A card whose answer is typed, after Esc left the line. */
  untyped: {
    line: ['show', 'type', 'edit', 'help'],
    more: [
      'readSection',
      'bury',
      'suspend',
      'flag',
      'info',
      'editor',
      'undo',
      ...scrolling,
      ...leaving,
    ],
  },
  typing: { line: ['submit', 'back'], more: ['quit'] },
  answer: {
    line: ['source', 'undo', 'help'],
    more: [
      ...grades,
      'readSection',
      'edit',
      'bury',
      'suspend',
      'flag',
      'info',
      'editor',
      ...scrolling,
      ...leaving,
    ],
  },
  source: { line: ['close', 'nextSource'], more: [...grades, ...scrolling, 'quit'] },
  waiting: { line: ['early', 'leave', 'undo', 'help'], more: ['back', 'quit'] },
  done: { line: ['finish', 'undo', 'help'], more: [...leaving] },
  /** The cards of a session are all answered; there may be something to read. */
  answered: { line: ['finish', 'read', 'undo', 'help'], more: [...leaving] },
  help: { line: ['close'], more: [...scrolling, 'quit'] },
  info: { line: ['close'], more: [...scrolling, 'quit'] },
  flagging: { line: ['keepFlag', 'back'], more: ['quit'] },
  editing: { line: ['save', 'back'], more: ['quit'] },
  discarding: { line: ['discard', 'keepEditing'], more: ['quit'] },
  home: {
    line: ['reviewAll', 'reviewDeck', 'nextDeck', 'help', 'leave'],
    more: ['previousDeck', 'back', 'quit'],
  },
  /** Where there is something to read. */
  homeWithReader: {
    line: ['reviewAll', 'read', 'reviewDeck', 'nextDeck', 'help', 'leave'],
    more: ['previousDeck', 'back', 'quit'],
  },
  /** While nothing is to be reviewed, and there is something to read. */
  homeStart: {
    line: ['startReading', 'help', 'leave'],
    more: ['previousDeck', 'nextDeck', 'back', 'quit'],
  },
  chapters: {
    line: ['readNext', 'openChapter', 'glossary', 'back', 'help'],
    more: ['previousChapter', 'nextChapter', 'leave', 'quit'],
  },
  section: {
    line: ['goOn', 'footnotes', 'skipCards', 'toChapters', 'help'],
    more: ['glossary', 'previousSection', ...scrolling, 'leave', 'quit'],
  },
  /** A section that has no cards to ask now. */
  bareSection: {
    line: ['goOn', 'footnotes', 'toChapters', 'help'],
    more: ['glossary', 'previousSection', ...scrolling, 'leave', 'quit'],
  },
  /** A section that was opened from one of its cards. */
  cardSection: {
    line: ['backToCard', 'footnotes', 'help'],
    more: ['glossary', ...scrolling, 'quit'],
  },
  note: { line: ['closeNote'], more: [...scrolling, 'quit'] },
  draft: {
    line: ['keep', 'edit', 'reject', 'undo', 'help'],
    more: ['merge', ...draftMore],
  },
  /** A card of the decks says nearly the same. */
  draftNear: {
    line: ['merge', 'reject', 'edit', 'undo', 'help'],
    more: ['keep', ...draftMore],
  },
  /** The linter keeps it out. */
  draftRefused: {
    line: ['edit', 'reject', 'switchOff', 'undo', 'help'],
    more: ['keep', 'merge', ...draftMore.filter((action) => action !== 'switchOff')],
  },
  rejecting: { line: ['usualReason', 'ownReason', 'back'], more: ['quit'] },
  reasoning: { line: ['giveReason', 'back'], more: ['quit'] },
  switchingOff: { line: ['giveSwitch', 'back'], more: ['quit'] },
  merging: { line: ['mergeCard', 'mergeDraft', 'back'], more: ['quit'] },
  choosing: { line: ['choose', 'nextChoice', 'skip'], more: ['previousChoice', 'leave', 'quit'] },
  telling: { line: ['choose'], more: ['skip', ...scrolling, 'leave', 'quit'] },
  tooSmall: { line: ['leave'], more: ['quit'] },
} as const satisfies Record<string, ModeSpec>;

/** A screen, or a layer over one, by what can be done there. */
export type Mode = keyof typeof modeTable;

/** Every mode with its actions. */
export const modes: Readonly<Record<Mode, ModeSpec>> = modeTable;

/** Everything that can be done in a mode. */
export function actionsOf(mode: Mode): readonly Action[] {
  return [...modes[mode].line, ...modes[mode].more];
}
