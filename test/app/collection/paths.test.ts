import { describe, expect, it } from 'vitest';
import { userPaths, writtenPath } from '../../../src/app/collection/paths.ts';

describe('where the files of a user lie', () => {
  it('follows the XDG specification on Linux', () => {
    expect(userPaths({ HOME: '/home/mia' }, 'linux')).toEqual({
      home: '/home/mia',
      configFile: '/home/mia/.config/tenet/config.toml',
      data: '/home/mia/.local/share/tenet',
      backups: '/home/mia/.local/share/tenet/backups',
    });
    const env = { HOME: '/home/mia', XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: 'relative/is/ignored' };
    expect(userPaths(env, 'linux')).toMatchObject({
      configFile: '/c/tenet/config.toml',
      data: '/home/mia/.local/share/tenet',
    });
  });

  it('is the usual place on macOS', () => {
    expect(userPaths({ HOME: '/Users/mia' }, 'darwin')).toMatchObject({
      configFile: '/Users/mia/Library/Application Support/tenet/config.toml',
      data: '/Users/mia/Library/Application Support/tenet',
    });
  });

  it('is told by TENET_CONFIG, seen from the working folder', () => {
    const env = { HOME: '/home/mia', TENET_CONFIG: 'my.toml' };
    expect(userPaths(env, 'linux', '/here').configFile).toBe('/here/my.toml');
  });
});

describe('a path that a person wrote', () => {
  it.each([
    ['~', '/home/mia'],
    ['~/tenet', '/home/mia/tenet'],
    ['decks', '/base/decks'],
    ['/abs', '/abs'],
    ['~other', '/base/~other'],
  ])('%s is %s', (written, meant) =>
    expect(writtenPath(written, '/base', '/home/mia')).toBe(meant),
  );
});
