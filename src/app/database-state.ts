import { existsSync } from 'node:fs';
import { TenetError } from '../model/problem.ts';
import { inspectDatabase } from '../store/inspect.ts';

/** What is at a database's place: a file that can be read through, a damaged one, or none. */
export function databaseState(database: string): 'sound' | 'damaged' | 'absent' {
  if (!existsSync(database)) return 'absent';
  try {
    inspectDatabase(database);
    return 'sound';
  } catch (failure) {
    if (failure instanceof TenetError) return 'damaged';
    throw failure;
  }
}
