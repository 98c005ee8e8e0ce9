import type { CollectionHead, AnkiDeck, Notetype, Preset } from './collection.ts';

/**
 * `col.conf`: only the keys that decide how the cards are read; Anki copies none of it. `nextPosition` is that
 * of the next new card.
 */
export function confJson(collection: CollectionHead, nextPosition: number): string {
  return JSON.stringify({
    schedVer: collection.schedulerVersion,
    sched2021: true,
    creationOffset: collection.creationOffsetWest ?? 0,
    rollover: collection.rolloverHour,
    nextPos: nextPosition,
    activeDecks: [1],
    curDeck: 1,
    curModel: null,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
    dayLearnFirst: false,
  });
}

const latexPre =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n' +
  '\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n';

/** `col.models`, keyed by id. */
export function notetypesJson(notetypes: readonly Notetype[]): string {
  return JSON.stringify(
    Object.fromEntries(notetypes.map((notetype) => [String(notetype.id), model(notetype)])),
  );
}

function model(notetype: Notetype): object {
  return {
    id: notetype.id,
    name: notetype.name,
    type: notetype.cloze ? 1 : 0,
    mod: notetype.modifiedSeconds,
    usn: -1,
    sortf: notetype.sortField,
    did: null,
    tmpls: notetype.templates.map((template, ord) => ({
      name: template.name,
      ord,
      qfmt: template.question,
      afmt: template.answer,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
      id: template.id,
    })),
    flds: notetype.fields.map((field, ord) => ({
      name: field.name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
      id: field.id,
      tag: notetype.cloze && ord < 2 ? ord : null,
      preventDeletion: notetype.cloze && ord === 0,
    })),
    css: notetype.css,
    latexPre,
    latexPost: '\\end{document}',
    latexsvg: false,
    req: notetype.templates.map((_template, ord) => [ord, 'any', [0]]),
    tags: [],
    vers: [],
    ...(notetype.stockKind === 0 ? {} : { originalStockKind: notetype.stockKind }),
  };
}

/** `col.decks`, keyed by id, with the default deck that every collection has. */
export function decksJson(decks: readonly AnkiDeck[]): string {
  const standard: AnkiDeck = {
    id: 1,
    name: 'Default',
    presetId: 1,
    description: '',
    filtered: false,
  };
  const all = decks.some((deck) => deck.id === 1) ? decks : [standard, ...decks];
  return JSON.stringify(Object.fromEntries(all.map((deck) => [String(deck.id), deckObject(deck)])));
}

function deckObject(deck: AnkiDeck): object {
  return {
    id: deck.id,
    name: deck.name,
    mod: 0,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: deck.description,
    dyn: 0,
    conf: deck.presetId,
    extendNew: 0,
    extendRev: 0,
  };
}

/** `col.dconf`, keyed by id, with the preset 1 that every collection has. */
export function presetsJson(presets: readonly Preset[]): string {
  const all = presets.some((preset) => preset.id === 1) ? presets : [defaultPreset, ...presets];
  return JSON.stringify(
    Object.fromEntries(all.map((preset) => [String(preset.id), presetObject(preset)])),
  );
}

const defaultPreset: Preset = {
  id: 1,
  name: 'Default',
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  newPerDay: 20,
  reviewsPerDay: 200,
  maximumIntervalDays: 36_500,
  leechThreshold: 8,
  leechSuspends: true,
  burySiblings: false,
  desiredRetention: 0.9,
  parameters: [],
};

function presetObject(preset: Preset): object {
  return {
    id: preset.id,
    mod: 0,
    name: preset.name,
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      delays: preset.learningStepsMinutes,
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: preset.newPerDay,
      bury: preset.burySiblings,
    },
    rev: {
      ease4: 1.3,
      ivlFct: 1,
      maxIvl: preset.maximumIntervalDays,
      perDay: preset.reviewsPerDay,
      bury: preset.burySiblings,
      hardFactor: 1.2,
    },
    lapse: {
      delays: preset.relearningStepsMinutes,
      leechAction: preset.leechSuspends ? 0 : 1,
      leechFails: preset.leechThreshold,
      minInt: 1,
      mult: 0,
    },
    fsrsWeights: preset.parameters.length === 17 ? preset.parameters : [],
    fsrsParams5: preset.parameters.length === 19 ? preset.parameters : [],
    fsrsParams6: preset.parameters.length === 21 ? preset.parameters : [],
    desiredRetention: preset.desiredRetention,
    sm2Retention: 0.9,
    ignoreRevlogsBeforeDate: '',
    easyDaysPercentages: [1, 1, 1, 1, 1, 1, 1],
  };
}
