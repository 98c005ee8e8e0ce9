import type { Dialog } from '../plain/dialog.ts';
import type { TerminalOptions, TerminalResult } from '../tui/index.ts';
import type { CommandContext, ExitStatus } from './command.ts';
import type { Seat } from './first-run.ts';
import { say } from './output.ts';
import { openForSession } from './screen-or-lines.ts';
import { terminalOptions } from './terminal-options.ts';

/** A session of one command, in both of its forms. */
export interface Session {
  /** Line by line. Until `talk` opens the conversation Ctrl-C ends the program at once. */
  lines(seat: Seat, talk: () => Dialog): Promise<void>;
  /** On the whole terminal. */
  screen(seat: Seat, options: TerminalOptions): Promise<TerminalResult>;
  /** Says what the screen had no place for, once it has said farewell. */
  afterScreen?(): void;
  /** How a session ends that nobody interrupted; 0 where it does not say. */
  status?(): ExitStatus;
}

/** Holds the session in the form that the person wants; 130 where it was interrupted. */
export async function runSession(context: CommandContext, session: Session): Promise<ExitStatus> {
  const { opened, as } = await openForSession(context);
  const seat: Seat = { opened, news: opened.news };
  const run = as === 'lines' ? inLines : onScreen;
  try {
    const interrupted = await run(context, session, seat);
    return interrupted ? 130 : (session.status?.() ?? 0);
  } finally {
    seat.opened.close();
  }
}

async function inLines(context: CommandContext, session: Session, seat: Seat): Promise<boolean> {
  const { openDialog } = await import('../plain/dialog.ts');
  let dialog: Dialog | undefined;
  try {
    await session.lines(
      seat,
      () => (dialog ??= openDialog(context.stdin, context.stdout, context.interrupted)),
    );
    return dialog !== undefined && context.interrupted.aborted;
  } finally {
    dialog?.close();
  }
}

async function onScreen(context: CommandContext, session: Session, seat: Seat): Promise<boolean> {
  const result = await session.screen(seat, terminalOptions(context, seat.opened));
  for (const line of result.farewell.split('\n')) if (line !== '') say(context, line);
  session.afterScreen?.();
  return result.exitCode === 130;
}
