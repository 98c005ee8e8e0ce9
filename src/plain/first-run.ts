import { openPractice } from '../app/welcome/practice.ts';
import {
  type DailyMinutes,
  dailyChoices,
  usualMinutes,
  whatItAsks,
} from '../app/welcome/welcome.ts';
import type { Clock } from '../model/clock.ts';
import type { Dialog } from './dialog.ts';
import { reviewInLines } from './review.ts';

/**
 * The first run line by line: minutes a day, the keys on two practice cards, what spaced repetition asks.
 * Null where it was skipped.
 */
export async function firstRunInLines(dialog: Dialog, clock: Clock): Promise<DailyMinutes | null> {
  dialog.say('Welcome to tenet. It asks you about what you read, just before you would forget it.');
  dialog.say('What you choose can be changed at any time: "tenet config" says where.');
  const minutes = await askMinutes(dialog);
  if (minutes === null) return null;
  const practice = openPractice(clock.now(), 'Enter');
  await reviewInLines(practice, dialog, { buttons: 2, clock, of: 'practice' });
  dialog.say('What this asks of you:');
  for (const sentence of whatItAsks) dialog.say(sentence);
  return minutes;
}

async function askMinutes(dialog: Dialog): Promise<DailyMinutes | null> {
  const words = dailyChoices.map(({ minutes }) => String(minutes));
  for (;;) {
    const prompt = `How many minutes a day: ${words.join(', ')}? Enter is ${usualMinutes}, s skips this:`;
    const line = (await dialog.ask(prompt))?.trim() ?? 's';
    if (line === 's') return null;
    if (line === '') return usualMinutes;
    const chosen = dailyChoices.find(({ minutes }) => String(minutes) === line);
    if (chosen !== undefined) return chosen.minutes;
    dialog.say(`Type ${words.join(' or ')}.`);
  }
}
