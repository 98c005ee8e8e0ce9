import { homedir } from 'node:os';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where this user's files lie. */
export interface UserPaths {
  readonly home: string;
  /** The file of personal settings. */
  readonly configFile: string;
  /** The folder of the databases, one a collection. */
  readonly data: string;
  readonly backups: string;
}

/**
 * The places that the platform gives a program: on Linux by the XDG Base Directory Specification, whose
 * variables are honoured elsewhere too; `TENET_CONFIG` names another file of settings.
 */
export function userPaths(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  cwd: string = process.cwd(),
): UserPaths {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const usual = usualFolders(env, platform, home);
  const config = absolute(env['XDG_CONFIG_HOME']) ?? usual.config;
  const data = path.join(absolute(env['XDG_DATA_HOME']) ?? usual.data, 'tenet');
  const named = env['TENET_CONFIG'];
  return {
    home,
    configFile:
      named === undefined || named === ''
        ? path.join(config, 'tenet', 'config.toml')
        : path.resolve(cwd, named),
    data,
    backups: path.join(data, 'backups'),
  };
}

function usualFolders(
  env: Environment,
  platform: NodeJS.Platform,
  home: string,
): { readonly config: string; readonly data: string } {
  if (platform === 'darwin') {
    const support = path.join(home, 'Library', 'Application Support');
    return { config: support, data: support };
  }
  if (platform === 'win32') {
    return {
      config: env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'),
      data: env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'),
    };
  }
  return { config: path.join(home, '.config'), data: path.join(home, '.local', 'share') };
}

/** The specification has relative paths ignored. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}

/** A path that a person wrote: `~` is their home folder, and relative means relative to `base`. */
export function writtenPath(written: string, base: string, home: string): string {
  if (written === '~') return home;
  if (/^~[/\\]/.test(written)) return path.join(home, written.slice(2));
  return path.resolve(base, written);
}
