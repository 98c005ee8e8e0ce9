import { count } from '../count.ts';
import type { HomeReading } from './home-view.ts';

/** A sentence on what there still is to read, for the end of a day's cards. */
export function readingAhead({ starts, chapter, minutes }: HomeReading): string {
  return `Reading ${starts ? 'begins' : 'goes on'} with “${chapter}”, ${count(minutes, 'minute')}.`;
}
