import { spawn } from 'node:child_process';
import { TenetError } from '../model/problem.ts';

/** The editor that the person set, or one that is always there. */
export function editorOf(env: Readonly<Record<string, string | undefined>>): string {
  const set = env['VISUAL'] || env['EDITOR'];
  return set || (process.platform === 'win32' ? 'notepad' : 'vi');
}

/** How an editor is told the line: most understand `+12 file`, a few `--goto file:12`. */
export function editorArguments(editor: string, file: string, line: number): readonly string[] {
  const name = (editor.split(/\s+/)[0] ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.(?:exe|cmd)$/i, '');
  if (/^(?:code|codium|code-insiders|cursor)$/.test(name)) return ['--goto', `${file}:${line}`];
  if (/^(?:hx|helix|subl|zed)$/.test(name)) return [`${file}:${line}`];
  return /^(?:n?vim?|nano|pico|micro|emacs|emacsclient|kak|joe|jed|ne|mg|gedit)$/.test(name)
    ? [`+${line}`, file]
    : [file];
}

/**
 * Opens `file` in the person's editor and resolves when it is closed. The command may hold arguments of
 * its own, as in `code --wait`, so a shell reads it, as git lets one. Throws `TenetError` where it fails.
 */
export async function editFile(
  env: Readonly<Record<string, string | undefined>>,
  file: string,
  line: number,
): Promise<void> {
  const editor = editorOf(env);
  const args = editorArguments(editor, file, line);
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} ${args.map((arg) => `"${arg}"`).join(' ')}`, {
          stdio: 'inherit',
          shell: true,
        })
      : spawn('sh', ['-c', `${editor} "$@"`, editor, ...args], { stdio: 'inherit' });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (status !== 0)
    throw new TenetError(`the editor "${editor}" ended with status ${status ?? 'unknown'}`, {
      hint: 'Set VISUAL or EDITOR to the editor that you use.',
    });
}
