import { createContext, useContext } from 'react';
import { colourTheme, type Theme } from '../theme.ts';

/** The theme of everything below; without a provider, the one with colours. */
export const ThemeContext = createContext<Theme>(colourTheme);

/** The theme that is in force here. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
