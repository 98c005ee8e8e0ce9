import path from 'node:path';
import type { ImportReport } from '../app/import/report.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandWork, ExitStatus } from './command.ts';
import { count, say, sayJson } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  run(context, [file], options) {
    if (file === undefined) throw new TenetError('import needs a file', { exitCode: 2 });
    const { deck } = options;
    return withCollection(context, async (opened): Promise<ExitStatus> => {
      const { importFile } = await import('../app/import/file.ts');
      const report = await importFile(opened, path.resolve(context.cwd, file), {
        parameters: options['parameters'] === true,
        ...(typeof deck === 'string' ? { deck } : {}),
      });
      if (context.flags.json) sayJson(context, report);
      else for (const line of reportLines(report)) say(context, line);
      return 0;
    });
  },
};

function reportLines(report: ImportReport): string[] {
  const counts = [
    [report.added, 'new'],
    [report.updated, 'brought up to date'],
    [report.unchanged, 'as before'],
    [report.kept, 'edited here and kept'],
  ] as const;
  const what = counts.flatMap(([n, words]) => (n === 0 ? [] : [`${n} ${words}`]));
  return [
    `Read ${count(report.notes, 'card')}: ${what.length === 0 ? 'none taken' : what.join(', ')}.`,
    ...(report.events > 0 ? [`Took ${count(report.events, 'event')} of study into the log.`] : []),
    ...(report.suspended > 0 ? [`${count(report.suspended, 'side')} suspended, as there.`] : []),
    ...(report.mediaOnly > 0
      ? [
          `${count(report.mediaOnly, 'card')} asking by a picture or sound alone: tagged and suspended.`,
        ]
      : []),
    ...(report.media > 0 ? [`Copied ${count(report.media, 'media file')}.`] : []),
    ...(report.refusedMedia.length > 0
      ? [
          `Left ${count(report.refusedMedia.length, 'media file')} whose name could lead out of the folder.`,
        ]
      : []),
    ...(report.missingMedia.length > 0
      ? [
          `Missing media: ${report.missingMedia.slice(0, 10).join(', ')}${report.missingMedia.length > 10 ? ', …' : ''}.`,
        ]
      : []),
    ...(report.strayLogRows > 0
      ? [`Left ${count(report.strayLogRows, 'log row')} of cards that are gone.`]
      : []),
    ...(report.misfits > 0
      ? [
          `${count(report.misfits, 'note')} with more or fewer fields than the note type has: cut or filled up.`,
        ]
      : []),
    ...report.leftOut.map(({ why, count: n }) => `Left out ${n}: ${why}`),
    ...report.offers.map(
      ({ preset, desiredRetention }) =>
        `The preset "${preset}" has parameters of its own (retention ${desiredRetention}): "--parameters" takes them.`,
    ),
    ...(report.files.length > 0
      ? [
          `Wrote ${count(report.files.length, 'deck file')}: ${report.files.slice(0, 10).join(', ')}${report.files.length > 10 ? ', …' : ''}.`,
        ]
      : []),
  ];
}
