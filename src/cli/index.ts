import { Command, CommanderError } from 'commander';
import { TenetError } from '../model/problem.ts';
import { openClock } from '../app/clock.ts';
import { didYouMean } from '../app/did-you-mean.ts';
import { version } from '../app/package-info.ts';
import { terminalText } from '../app/terminal-text.ts';
import type {
  CommandContext,
  CommandSpec,
  ExitStatus,
  OptionSpec,
  OptionValues,
} from './command.ts';
import { commands } from './commands.ts';
import { failureLines } from './report.ts';

type World = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'stdin' | 'stdout' | 'stderr' | 'cwd' | 'on' | 'off' | 'exit'
>;

/** Runs the command line; the result is the exit status. Whatever fails is printed, nothing is thrown. */
export async function run(world: World): Promise<ExitStatus> {
  const interruption = new Interruption(world);
  world.stdout.on('error', (error) => unwritten(world, error));
  try {
    return await parseAndRun(world, interruption);
  } catch (failure) {
    if (interruption.happened) {
      world.stderr.write('tenet: interrupted; nothing was left half done.\n');
      return 130;
    }
    for (const line of failureLines(failure)) world.stderr.write(`${line}\n`);
    return failure instanceof TenetError ? failure.exitCode : 1;
  } finally {
    interruption.stopListening();
  }
}

/** `tenet cards | head` closes the pipe: that is not a failure. A full disk behind `>` is one. */
function unwritten({ exit, stderr }: World, error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') exit(0);
  stderr.write(
    `tenet: the output could not be written to its end (${error.code ?? error.message})\n`,
  );
  exit(1);
}

/**
 * Ctrl-C for the command that runs. Until the command asks for the signal, Ctrl-C ends the process at
 * once, as it does by itself: work that never looks at a signal would otherwise go on to its end.
 */
class Interruption {
  readonly #world: World;
  readonly #abort = new AbortController();
  #listening = false;

  constructor(world: World) {
    this.#world = world;
  }

  get happened(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Aborted by the first Ctrl-C from now on; the second one ends the process. */
  get signal(): AbortSignal {
    if (!this.#listening) this.#world.on('SIGINT', this.#interrupt);
    this.#listening = true;
    return this.#abort.signal;
  }

  stopListening(): void {
    this.#world.off('SIGINT', this.#interrupt);
  }

  readonly #interrupt = (): void => {
    if (this.happened) this.#world.exit(130);
    this.#abort.abort();
  };
}

async function parseAndRun(world: World, interruption: Interruption): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = describeProgram(world);

  const start = async (
    spec: CommandSpec,
    args: readonly string[],
    options: OptionValues,
  ): Promise<void> => {
    refuseEmpty(spec, args);
    const { command } = await spec.load();
    status = await command.run(contextOf(world, program, interruption), args, options);
  };

  for (const spec of described(world.argv)) {
    const sub = program
      .command(spec.name)
      .summary(spec.summary)
      .description(sentence(spec.summary));
    for (const arg of spec.args) sub.argument(arg);
    for (const option of spec.options) addOption(sub, option);
    sub.showHelpAfterError(`Type "tenet ${spec.name} --help" for what it takes.`);
    if (spec.more !== undefined) sub.addHelpText('after', `\n${spec.more}`);
    sub.action((...given: unknown[]) =>
      start(spec, given.slice(0, spec.args.length).flat().filter(isString), sub.opts()),
    );
  }
  // Else the name of a command that does not exist would count as an argument too many.
  program.allowExcessArguments(true).action(async () => {
    const [unknown] = program.args;
    if (unknown !== undefined) throw unknownCommand(unknown);
    const { command } = await import('./home.ts');
    status = await command.run(contextOf(world, program, interruption), [], {});
  });

  try {
    await program.parseAsync(helpAsFlag(world.argv));
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2;
    throw failure;
  }
  return status;
}

/** `tenet help review` is `tenet review --help`, as people type it elsewhere. */
function helpAsFlag(argv: readonly string[]): string[] {
  const [node = '', script = '', first, ...others] = argv;
  return first === 'help' ? [node, script, ...others, '--help'] : [...argv];
}

/** Describing all commands takes milliseconds, and only help and a wrong word want more than the one. */
function described(argv: readonly string[]): readonly CommandSpec[] {
  const named = commands.filter(({ name }) => argv.includes(name));
  const all = named.length === 0 || argv.some((word) => /^(?:-h|--help|help)$/.test(word));
  return all ? commands : named;
}

function unknownCommand(name: string): TenetError {
  const meant = didYouMean(
    name,
    commands.map((spec) => spec.name),
  );
  return new TenetError(`there is no command "${name}"`, {
    hint:
      meant === undefined ? 'Type "tenet --help" for the commands.' : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}

function addOption(command: Command, { flag, value, repeatable, summary }: OptionSpec): void {
  const flags = value === undefined ? `--${flag}` : `--${flag} <${value}>`;
  if (repeatable !== true) command.option(flags, summary);
  else {
    command.option(flags, `${summary} (may be repeated)`, collect);
  }
}

function collect(next: string, before: readonly string[] = []): readonly string[] {
  return [...before, next];
}

function describeProgram(world: World): Command {
  return new Command('tenet')
    .description('Documents become flashcards, FSRS decides the day, the terminal asks.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--decks <dir>', 'the collection (else TENET_DECKS, a tenet.toml upward, or your own)')
    .option(
      '--db <file>',
      'the database (else TENET_DB, or one per collection in your data folder)',
    )
    .option('--json', 'print the result as JSON')
    .option('--plain', 'line by line: no screen, no boxes, no colour')
    .configureHelp({ showGlobalOptions: true, sortOptions: false })
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(terminalText(text.replace(/^error: /, 'tenet: '))),
    })
    .allowExcessArguments(false)
    .showHelpAfterError('Type "tenet --help" for the commands and their flags.')
    .exitOverride();
}

function contextOf(world: World, program: Command, interruption: Interruption): CommandContext {
  const flags = program.opts<{ db?: string; decks?: string; json?: boolean; plain?: boolean }>();
  return {
    flags: {
      ...(flags.db === undefined ? {} : { db: flags.db }),
      ...(flags.decks === undefined ? {} : { decks: flags.decks }),
      json: flags.json ?? false,
      plain: flags.plain ?? false,
    },
    env: world.env,
    cwd: folderOf(world),
    clock: openClock(world.env),
    // Node makes each of these streams when it is first asked for, which few commands need of all three.
    get stdin() {
      return world.stdin;
    },
    stdout: world.stdout,
    get stderr() {
      return world.stderr;
    },
    get interrupted() {
      return interruption.signal;
    },
  };
}

/** The folder that the person stands in; a shell may stand in one that was removed. */
function folderOf(world: World): string {
  try {
    return world.cwd();
  } catch (failure) {
    throw new TenetError('the folder that you are in is not there any more', {
      hint: 'Change to another folder, then try again.',
      cause: failure,
    });
  }
}

/** What is usually a variable of the shell that is not set would name the folder one is in. */
function refuseEmpty({ name }: CommandSpec, args: readonly string[]): void {
  if (name === 'cards' || !args.includes('')) return;
  throw new TenetError(`an argument of "tenet ${name}" is empty`, {
    hint: 'Leave it out, or say what it is.',
    exitCode: 2,
  });
}

function sentence(summary: string): string {
  return `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
