import type { Doors } from './doors.ts';
import type { Screen } from './screen.ts';

/** What the app begins with, after the first run where there is one. */
export async function firstScreen(doors: Doors): Promise<Screen> {
  switch (doors.first) {
    case 'home':
      return { kind: 'home', view: await doors.home() };
    case 'review':
      return { kind: 'review', reviewer: await doors.review() };
    case 'triage':
      return { kind: 'triage', triage: await doors.triage() };
    case 'read': {
      const reader = await doors.reader();
      return { kind: 'read', reader, at: doors.from(reader) ?? null };
    }
  }
}
