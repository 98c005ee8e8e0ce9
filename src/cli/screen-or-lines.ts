import { refuseNoTerminal } from '../tui/terminal-options.ts';
import type { CommandContext } from './command.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { open } from './opened.ts';

/** Whether the flags or the environment ask for a session line by line. */
function linesAsked({ flags, env }: CommandContext): boolean {
  const plain = env['TENET_PLAIN'] ?? '';
  return flags.plain || (plain !== '' && plain !== '0') || env['TERM'] === 'dumb';
}

/** What a session in a terminal needs: the open collection, and how it is to be shown. */
export interface Shown {
  readonly opened: OpenCollection;
  readonly as: 'screen' | 'lines';
}

/**
 * Opens the collection for a session. Where it may be a screen the keyboard is taken first: keys typed
 * while it opens would else be echoed over the first frame. Throws a usage error where a screen is wanted
 * and there is no terminal.
 */
export async function openForSession(context: CommandContext): Promise<Shown> {
  if (linesAsked(context)) return { opened: await open(context), as: 'lines' };
  const { stdin, stdout } = context;
  refuseNoTerminal({ stdin, stdout });
  stdin.setRawMode(true);
  try {
    const opened = await open(context);
    const as = opened.collection.settings.plain ? 'lines' : 'screen';
    if (as === 'lines') stdin.setRawMode(false);
    return { opened, as };
  } catch (failure) {
    stdin.setRawMode(false);
    throw failure;
  }
}
