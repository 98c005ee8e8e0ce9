import { findCollection } from '../app/collection/collection.ts';
import { didYouMean } from '../app/did-you-mean.ts';
import { userPaths } from '../app/collection/paths.ts';
import { settingTable } from '../app/collection/setting-table.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandWork } from './command.ts';
import { say, sayJson } from './output.ts';

/** Shows what holds here, and where it is set; it writes nothing: the files are for people. */
export const command: CommandWork = {
  run(context, [name]) {
    const { flags, env, cwd } = context;
    const { settings, manifest } = findCollection({ decks: flags.decks, db: flags.db, env, cwd });
    const shown = settingTable.filter((setting) => name === undefined || setting.name === name);
    if (shown.length === 0) throw unknownSetting(name ?? '');
    if (flags.json) {
      const values = shown.map((setting) => [setting.name, setting.valueIn(settings) ?? null]);
      sayJson(context, Object.fromEntries(values));
      return 0;
    }
    for (const setting of shown) {
      const value = setting.valueIn(settings);
      const text = value === undefined ? 'not set' : toml(value);
      say(context, `${setting.name} = ${text}  (${setting.help})`);
    }
    if (name !== undefined) return 0;
    say(context, `Yours: ${userPaths(env, process.platform, cwd).configFile}`);
    if (manifest !== null) say(context, `This collection's: ${manifest}`);
    return 0;
  },
};

/** A value as it stands in the file. */
function toml(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toml).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, each]) => `${key} = ${toml(each)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function unknownSetting(name: string): TenetError {
  const meant = didYouMean(
    name,
    settingTable.map((setting) => setting.name),
  );
  return new TenetError(`there is no setting "${name}"`, {
    hint: meant === undefined ? 'Type "tenet config" to see them all.' : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}
