import type { CommandSpec } from './command.ts';

/**
 * Every command, in the order of the help. A new one is a line here and a file beside this one; the
 * help, the completion scripts and the documentation's test are drawn from this table.
 */
export const commands: readonly CommandSpec[] = [
  {
    name: 'review',
    args: ['[deck...]'],
    summary: 'ask what is due today',
    options: [
      { flag: 'tag', value: 'tag', summary: 'only cards with this tag' },
      { flag: 'limit', value: 'n', summary: 'at most n cards' },
      { flag: 'cram', summary: 'ask without changing any schedule' },
      { flag: 'ahead', value: 'days', summary: 'also what is due in the next days' },
      { flag: 'unread', summary: 'also new cards from sections of the reader not read yet' },
    ],
    load: () => import('./review.ts'),
  },
  {
    name: 'read',
    args: ['[chapter]'],
    summary: 'read a section, then be asked its cards',
    options: [],
    more: 'A chapter is named by its number, by the start of its title, or by its file.',
    load: () => import('./read.ts'),
  },
  {
    name: 'add',
    args: ['[deck]'],
    summary: 'add a card, or several from JSON on standard input',
    options: [
      { flag: 'question', value: 'text', summary: 'the question of a basic card' },
      { flag: 'answer', value: 'text', summary: 'its answer' },
      { flag: 'term', value: 'text', summary: 'a term' },
      { flag: 'definition', value: 'text', summary: 'its definition' },
      { flag: 'cloze', value: 'text', summary: 'a text with [holes]' },
      { flag: 'note', value: 'text', summary: 'a note shown after the answer' },
      { flag: 'source', value: 'line', repeatable: true, summary: '[label](target) "anchor"' },
      { flag: 'tag', value: 'tag', repeatable: true, summary: 'a tag' },
    ],
    load: () => import('./add.ts'),
  },
  {
    name: 'generate',
    args: ['<path...>'],
    summary: 'make cards from documents',
    options: [
      { flag: 'out', value: 'dir', summary: "write decks there (default: the collection's decks)" },
      { flag: 'as', value: 'kind', summary: 'read the documents as this kind' },
      { flag: 'dry-run', summary: 'show what would be made, write nothing' },
      { flag: 'check', summary: 'exit 1 when decks and documents have drifted apart' },
      { flag: 'report', summary: 'list the passages that no card asks about; change nothing' },
    ],
    load: () => import('./generate.ts'),
  },
  {
    name: 'triage',
    args: ['[document...]'],
    summary: 'decide on drafts one by one: keep, edit, reject, merge',
    options: [],
    load: () => import('./triage.ts'),
  },
  {
    name: 'check',
    args: ['[deck...]'],
    summary: 'every problem of every deck: notation, ids, links, anchors',
    options: [
      { flag: 'strict', summary: 'exit 1 on warnings too' },
      { flag: 'originals', value: 'dir', summary: 'check anchors against copies of the originals' },
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'cards',
    args: ['[query]'],
    summary: 'list cards that hold all words of the query',
    options: [
      { flag: 'tag', value: 'tag', summary: 'only cards with this tag' },
      {
        flag: 'originals',
        value: 'dir',
        summary: 'with --json: places in copies of the originals',
      },
    ],
    load: () => import('./cards.ts'),
  },
  {
    name: 'due',
    args: [],
    summary: 'what today asks',
    options: [],
    load: () => import('./due.ts'),
  },
  {
    name: 'export',
    args: ['<anki|csv|json>', '[deck...]'],
    summary: 'decks as an Anki package or a table, the collection as JSON',
    options: [
      { flag: 'out', value: 'file', summary: 'the file to write' },
      {
        flag: 'with-history',
        summary: 'your schedule and log go along (usual in your own collection)',
      },
      { flag: 'without-history', summary: 'they do not (usual elsewhere)' },
      { flag: 'format', value: 'format', summary: 'anki: legacy (default) or latest' },
      { flag: 'subdecks', summary: 'anki: a deck for every topic' },
      { flag: 'separator', value: 'name', summary: 'csv: tab (default), comma or semicolon' },
    ],
    load: () => import('./export.ts'),
  },
  {
    name: 'import',
    args: ['<file>'],
    summary: "take in an Anki package or collection, a table, another program's history",
    options: [
      { flag: 'deck', value: 'title', summary: 'the deck for cards that name none' },
      { flag: 'parameters', summary: 'take FSRS parameters that were trained in Anki' },
    ],
    load: () => import('./import.ts'),
  },
  {
    name: 'init',
    args: ['<dir>'],
    summary: 'make a collection',
    options: [],
    load: () => import('./init.ts'),
  },
  {
    name: 'log',
    args: ['<export|import>', '[file]'],
    summary: 'the log of all study, as JSON lines',
    options: [],
    load: () => import('./log.ts'),
  },
  {
    name: 'doctor',
    args: [],
    summary: 'compare the database with its log, and mend what can be mended',
    options: [],
    load: () => import('./doctor.ts'),
  },
  {
    name: 'backup',
    args: ['[file]'],
    summary: 'a copy of the database',
    options: [],
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    args: ['<file>'],
    summary: 'put a backup in the place of the database',
    options: [],
    load: () => import('./restore.ts'),
  },
  {
    name: 'id',
    args: ['<file...>'],
    summary: 'write into deck files the ids that their cards have now',
    options: [],
    load: () => import('./id.ts'),
  },
  {
    name: 'config',
    args: ['[name]'],
    summary: 'the settings that hold here, and the files that they are set in',
    options: [],
    load: () => import('./config.ts'),
  },
  {
    name: 'completion',
    args: ['<shell>'],
    summary: 'a completion script for bash, zsh or fish',
    options: [],
    load: () => import('./completion.ts'),
  },
];
