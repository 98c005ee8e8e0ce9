import chalk from 'chalk';
import { render } from 'ink';
import { App } from './app.tsx';
import { Keyboard } from './components/keyboard.tsx';
import { ThemeContext } from './components/theme-context.ts';
import type { Doors } from './doors.ts';
import { createKeymap } from './keymap.ts';
import type { Screen } from './screen.ts';
import type { TerminalOptions, TerminalResult } from './terminal-options.ts';
import { themeFor } from './theme.ts';

/** Over a slow line as well as a fast one: a frame follows its key within a hundredth of a second. */
const framesPerSecond = 120;

/** Chalk's name for the terminal's own palette. */
const sixteenColours = 1;

/**
 * To the first column, and the row emptied: the terminal echoed what was typed before the keyboard was
 * taken, and the other screen would begin in the column where that ended.
 */
const cleanLine = '\r\u001b[K';

/** Shows `first` on the whole terminal, and resolves when the app was left and the terminal is as before. */
export async function runScreens(
  options: TerminalOptions,
  doors: Doors,
  first: Screen,
): Promise<TerminalResult> {
  const keymap = createKeymap(options.settings.keys);
  // What Ink paints with sends no looks at all where it guesses that nobody sees them (CI is set); this
  // is a terminal, and the theme decides about colour.
  chalk.level = sixteenColours;
  options.stdout.write(cleanLine);
  const instance = render(
    <ThemeContext value={themeFor(options.env)}>
      <Keyboard>
        <App options={options} doors={doors} first={first} keymap={keymap} />
      </Keyboard>
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
