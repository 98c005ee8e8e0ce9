import { TenetError } from '../model/problem.ts';
import type { CommandSpec, CommandWork, OptionSpec } from './command.ts';
import { commands } from './commands.ts';

const globalFlags: readonly OptionSpec[] = [
  { flag: 'decks', value: 'dir', summary: 'the collection' },
  { flag: 'db', value: 'file', summary: 'the database' },
  { flag: 'json', summary: 'print the result as JSON' },
  { flag: 'plain', summary: 'line by line' },
  { flag: 'help', summary: 'print help' },
];

type Shell = (specs: readonly CommandSpec[]) => string;

const shells: Readonly<Record<string, Shell>> = { bash, zsh, fish };

export const command: CommandWork = {
  run({ stdout }, [shell = '']) {
    const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (script === undefined)
      throw new TenetError(`there is no completion for "${shell}"`, {
        hint: `The shells are ${Object.keys(shells).join(', ')}.`,
        exitCode: 2,
      });
    stdout.write(script(commands));
    return 0;
  },
};

function flagsOf({ options }: CommandSpec): readonly OptionSpec[] {
  return [...options, ...globalFlags];
}

/** The words that an argument may be, where it is one of a few: those of `<export|import>`. */
function choicesOf({ args }: CommandSpec): readonly string[] {
  return args.flatMap((arg) => (arg.includes('|') ? arg.slice(1, -1).split('|') : []));
}

const atFirst = [...globalFlags.map(({ flag }) => `--${flag}`), '--version'].join(' ');

function bash(specs: readonly CommandSpec[]): string {
  const names = specs.map(({ name }) => name);
  const cases = specs.map((spec) => {
    const flags = flagsOf(spec).map(({ flag }) => `--${flag}`);
    return `      ${spec.name}) words="${[...choicesOf(spec), ...flags].join(' ')}"; break ;;`;
  });
  return `# For ~/.bashrc: eval "$(tenet completion bash)"
_tenet() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word words="${names.join(' ')} ${atFirst}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
${cases.join('\n')}
    esac
  done
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _tenet tenet
`;
}

function zsh(specs: readonly CommandSpec[]): string {
  const names = specs.map(
    ({ name, summary }) => `    '${name}:${summary.replaceAll(/[':]/g, ' ')}'`,
  );
  const cases = specs.map((spec) => {
    const first = choicesOf(spec);
    const choice = first.length === 0 ? [] : [`'1:what:(${first.join(' ')})'`];
    const words = [...flagsOf(spec).map(zshFlag), ...choice, `'*:file:_files'`];
    return `      ${spec.name}) shift $((at - 1)) words; ((CURRENT -= at - 1)); _arguments ${words.join(' ')}; return ;;`;
  });
  return `#compdef tenet
# For ~/.zshrc: eval "$(tenet completion zsh)"
_tenet() {
  local -a commands=(
${names.join('\n')}
  )
  local -i at
  for ((at = 2; at < CURRENT; at += 1)); do
    case "$words[at]" in
${cases.join('\n')}
    esac
  done
  _describe command commands
  _arguments ${globalFlags.map(zshFlag).join(' ')}
}
compdef _tenet tenet
`;
}

function zshFlag({ flag, value, summary }: OptionSpec): string {
  const takes = value === undefined ? '' : `:${value}:_files`;
  return `'--${flag}[${summary.replaceAll(/['[\]]/g, ' ')}]${takes}'`;
}

/** A word for fish, which keeps all but quotes and backslashes as they are. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

function fish(specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap((spec) => [
    `complete -c tenet -n __fish_use_subcommand -f -a ${spec.name} -d ${quoted(spec.summary)}`,
    ...choicesOf(spec).map(
      (choice) => `complete -c tenet -n '__fish_seen_subcommand_from ${spec.name}' -a ${choice}`,
    ),
    ...spec.options.map(
      ({ flag, value, summary }) =>
        `complete -c tenet -n '__fish_seen_subcommand_from ${spec.name}' -l ${flag}${value === undefined ? '' : ' -r'} -d ${quoted(summary)}`,
    ),
  ]);
  const everywhere = globalFlags.map(
    ({ flag, value, summary }) =>
      `complete -c tenet -l ${flag}${value === undefined ? '' : ' -r'} -d ${quoted(summary)}`,
  );
  return `# For ~/.config/fish/config.fish: tenet completion fish | source\n${[...lines, ...everywhere].join('\n')}\n`;
}
