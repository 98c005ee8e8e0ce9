import { examine, repair, type Examination } from '../app/doctor.ts';
import type { CommandWork } from './command.ts';
import { count, say, sayJson, tell } from './output.ts';
import { withCollection } from './opened.ts';

export const command: CommandWork = {
  run(context) {
    return withCollection(context, ({ collection, store, study }) => {
      const found = examine(store, collection.settings.schedule);
      const mended = found.damage.length === 0 && found.differences.length > 0;
      if (mended) repair(store, study.settings.schedule);
      if (context.flags.json) sayJson(context, { ...found, mended });
      else for (const line of findingLines(found, mended)) say(context, line);
      if (found.damage.length > 0)
        tell(
          context,
          'Put a backup in its place with "tenet restore FILE"; the damaged file is kept.',
        );
      return found.damage.length > 0 || mended ? 1 : 0;
    });
  },
};

function findingLines(
  { events, sides, damage, differences }: Examination,
  mended: boolean,
): string[] {
  const looked = `Looked at ${count(events, 'event')} of ${count(sides, 'side')}.`;
  if (damage.length > 0) return [looked, 'The database is damaged:', ...damage];
  if (!mended)
    return [looked, 'The file is sound, and what is kept beside the log agrees with it.'];
  return [looked, ...differences, 'Mended: all of it was worked out again from the log.'];
}
