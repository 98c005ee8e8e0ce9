import { render } from 'ink';
import { App } from './app.tsx';
import { ThemeContext } from './components/theme-context.ts';
import type { Doors, Screen, TerminalOptions, TerminalResult } from './index.ts';
import { createKeymap } from './keymap.ts';
import { themeFor } from './theme.ts';

/** Over a slow line as well as a fast one: a frame follows its key within a hundredth of a second. */
const framesPerSecond = 120;

/** Shows `first` on the whole terminal, and resolves when the app was left and the terminal is as before. */
export async function runScreens(
  options: TerminalOptions,
  doors: Doors,
  first: Screen,
): Promise<TerminalResult> {
  const keymap = createKeymap(options.settings.keys);
  const instance = render(
    <ThemeContext value={themeFor(options.env)}>
      <App options={options} doors={doors} first={first} keymap={keymap} />
    </ThemeContext>,
    {
      stdin: options.stdin,
      stdout: options.stdout,
      // Ink draws nothing until the end where CI is set; a person with a terminal wants to see it now.
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: framesPerSecond,
      // Ctrl-C is a key like others: it says what is saved, and the exit status tells.
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  return (await instance.waitUntilExit()) as TerminalResult;
}
