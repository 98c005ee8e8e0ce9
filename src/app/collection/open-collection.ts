import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Clock } from '../../model/clock.ts';
import { TenetError } from '../../model/problem.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import { openStore, type Store } from '../../store/open.ts';
import {
  type Asked,
  type Collection,
  findPlace,
  isPlainFolderId,
  readCollection,
} from './collection.ts';
import { Mirror } from '../log/mirror.ts';
import { userPaths } from './paths.ts';
import { readUserSettings } from './settings.ts';
import { refreshShipped } from '../shipped/shipped.ts';
import { Study } from '../log/study.ts';

/** A collection with its database, ready for study. */
export interface OpenCollection {
  readonly collection: Collection;
  readonly store: Store;
  readonly study: Study;
  readonly clock: Clock;
  /** What opening it brought, a sentence each: decks of a new version, answers of other machines. */
  readonly news: readonly string[];
  close(): void;
}

/**
 * Opens the collection that is asked for. The user's own one is made when it is not there yet, and brought up
 * to date when the package has changed. Throws `TenetError` for what a person must put right first.
 */
export async function openCollection(
  asked: Asked & { readonly clock: Clock },
): Promise<OpenCollection> {
  const paths = userPaths(asked.env, asked.platform, asked.cwd);
  const user = readUserSettings(paths.configFile);
  const place = findPlace(asked, paths, user);
  const shipped = place.own ? await refreshShipped(place.root) : [];
  const collection = readCollection(findPlace(asked, paths, user), asked, paths, user);
  const emptied = isEmptied(collection.database);
  const store = openStore(collection.database, {
    nowMs: asked.clock.now(),
    backups: paths.backups,
  });
  try {
    claimDatabase(store, collection.id);
    const opened = openStudy(collection, store, asked.clock);
    return {
      collection,
      store,
      study: opened.study,
      clock: asked.clock,
      news: [...shipped, ...(emptied ? [emptiedNews(collection.database)] : []), ...opened.news],
      close: () => {
        opened.mirror?.close();
        store.close();
      },
    };
  } catch (failure) {
    store.close();
    throw failure;
  }
}

/** A file of no bytes is to SQLite a new database; to its owner it may be one that was lost. */
function isEmptied(database: string): boolean {
  const stat = statSync(database, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === 0 && !existsSync(`${database}-wal`);
}

function emptiedNews(database: string): string {
  return `${database} was empty, so a new database was begun in it. If it held your history: tenet restore FILE`;
}

/** One database holds one collection: the cards of another would seem to have vanished. */
function claimDatabase(store: Store, id: string): void {
  const holder = metaValue(store, 'collection');
  if (holder === id) return;
  if (holder !== undefined && !isPlainFolderId(holder)) {
    throw new TenetError(`${store.file}: this database belongs to another collection (${holder})`, {
      hint: 'Name another file with --db, or leave --db and TENET_DB out.',
      exitCode: 2,
    });
  }
  setMetaValue(store, 'collection', id);
}

function openStudy(
  collection: Collection,
  store: Store,
  clock: Clock,
): { readonly study: Study; readonly mirror?: Mirror; readonly news: readonly string[] } {
  const { id, settings } = collection;
  if (settings.logDir === undefined)
    return { study: new Study({ store, clock, settings }), news: [] };
  const mirror = new Mirror({
    store,
    folder: settings.logDir,
    collectionId: id,
    host: hostname(),
    random: randomBytes,
  });
  const study = new Study({ store, clock, settings, listener: mirror });
  return { study, mirror, news: mirrorNews(mirror, study) };
}

function mirrorNews(mirror: Mirror, study: Study): readonly string[] {
  const { added, skipped } = mirror.sync(study);
  const { problem } = mirror;
  return [
    ...(added > 0
      ? [`Took in ${added} ${added === 1 ? 'event' : 'events'} from your other machines.`]
      : []),
    ...(skipped > 0
      ? [`Left out ${skipped} unreadable ${skipped === 1 ? 'line' : 'lines'} in log_dir.`]
      : []),
    ...(problem === null ? [] : [`No second copy of the log: ${problem.message}.`]),
  ];
}
