const ticks = '"Import any learning progress" and "Import any deck presets"';

/** Shown above the deck in Anki, as HTML. */
export function deckDescription(withHistory: boolean): string {
  const made =
    'Made with tenet from Markdown. Edit the text there: the next import replaces it here.';
  if (!withHistory) return made;
  return (
    `${made}<br>This package carries a schedule. It only came along if ${ticks} were ticked in the ` +
    'import dialog. If they were not: delete this deck, import the package again, and tick both.'
  );
}

/** What to do with the package in Anki, a sentence each. */
export function importAdvice(withHistory: boolean): readonly string[] {
  if (!withHistory)
    return [
      'In Anki: File, Import. Importing a newer package later updates the text and adds cards; progress in Anki stays.',
    ];
  return [
    `In Anki: File, Import, and tick ${ticks}: both are off by default.`,
    'Switch FSRS on in the deck options, so that Anki goes on with these memories.',
    'If they were not ticked, delete the deck in Anki and import again. Anki keeps its own schedule of cards that it already has: a second export updates their text only.',
  ];
}
