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

function bash(specs: readonly CommandSpec[]): string {
  const cases = specs.map(
    (spec) =>
      `    ${spec.name}) words="${flagsOf(spec)
        .map(({ flag }) => `--${flag}`)
        .join(' ')}" ;;`,
  );
  return `# For ~/.bashrc: eval "$(tenet completion bash)"
_tenet() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word words="${specs.map(({ name }) => name).join(' ')}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
${cases.map((line) => `  ${line}`).join('\n')}
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
    const flags = flagsOf(spec).map(
      ({ flag, value, summary }) =>
        `'--${flag}[${summary.replaceAll(/['[\]]/g, ' ')}]${value === undefined ? '' : `:${value}:_files`}'`,
    );
    return `    ${spec.name}) _arguments ${flags.join(' ')} '*:file:_files' ;;`;
  });
  return `#compdef tenet
# For ~/.zshrc: eval "$(tenet completion zsh)"
_tenet() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
compdef _tenet tenet
`;
}

/** A word for fish, which keeps all but quotes and backslashes as they are. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

function fish(specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap((spec) => [
    `complete -c tenet -n __fish_use_subcommand -a ${spec.name} -d ${quoted(spec.summary)}`,
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
