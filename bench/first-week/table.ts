import { type Day, lastDay, type Played, readingDays } from './play.ts';

/** The tables of docs/first-week.md, by the name that their place in it has. */
export function tablesOf(played: Played): ReadonlyMap<string, string> {
  return new Map([
    ['week', weekTable(played.days.slice(0, readingDays))],
    ['month', monthTable(played.days)],
    ['sum', sumLines(played)],
  ]);
}

/** The document with every table in its place; the places are `<!-- table NAME -->` … `<!-- end -->`. */
export function withTables(document: string, played: Played): string {
  const tables = tablesOf(played);
  return document.replaceAll(
    /(<!-- table (\w+) -->)[\s\S]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) =>
      `${begin}\n\n${tables.get(name) ?? ''}\n\n${end}`,
  );
}

function weekTable(days: readonly Day[]): string {
  return table(
    [
      'day',
      'read',
      'sections',
      'new cards',
      'answers',
      'minutes reading',
      'minutes of cards',
      'in all',
    ],
    days.map((day) => [
      String(day.number),
      day.chapters.join('; ') || 'nothing',
      String(day.sections),
      String(day.cardsMet),
      String(day.answers),
      minutes(day.readingMinutes),
      minutes(day.cardMinutes),
      minutes(minutesOf(day)),
    ]),
  );
}

function monthTable(days: readonly Day[]): string {
  const weeks = [
    [1, 7],
    [8, 14],
    [15, 21],
    [22, lastDay],
  ] as const;
  return table(
    ['days', 'new cards', 'answers a day', 'minutes a day', 'longest day', 'reviews recalled'],
    weeks.map(([first, last]) => {
      const these = days.slice(first - 1, last);
      const reviews = sum(these, (day) => day.reviews);
      const share =
        reviews === 0 ? '' : `${Math.round((100 * sum(these, (day) => day.recalled)) / reviews)} %`;
      return [
        `${first} to ${last}`,
        String(sum(these, (day) => day.cardsMet)),
        String(Math.round(sum(these, (day) => day.answers) / these.length)),
        minutes(sum(these, minutesOf) / these.length),
        minutes(Math.max(...these.map(minutesOf))),
        share,
      ];
    }),
  );
}

function sumLines({ days, coreCards, metInWeek, metInAll }: Played): string {
  const week = days.slice(0, readingDays);
  const done = days.find(({ coreRead }) => coreRead)?.number;
  const perCard = (60 * sum(week, ({ cardMinutes }) => cardMinutes)) / metInWeek;
  return [
    `- The core path was read by the end of day ${done}.`,
    `- It has ${coreCards} cards. Some are asked from both sides, so that there are ${metInAll} to meet; ${metInWeek} of them had been met after ${readingDays} days.`,
    `- The week took ${Math.round(sum(week, minutesOf))} minutes: ${Math.round(sum(week, ({ readingMinutes }) => readingMinutes))} of reading and ${Math.round(sum(week, ({ cardMinutes }) => cardMinutes))} of cards, which is ${Math.round(perCard)} seconds for each new one.`,
    `- The remaining ${lastDay - readingDays} days took ${Math.round(sum(days.slice(readingDays), minutesOf))} minutes together.`,
  ].join('\n');
}

function minutesOf({ readingMinutes, cardMinutes }: Day): number {
  return readingMinutes + cardMinutes;
}

function minutes(value: number): string {
  return value.toFixed(1);
}

function sum(days: readonly Day[], of: (day: Day) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column < 2 && header[1] === 'read' ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
