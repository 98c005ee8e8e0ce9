import { statSync } from 'node:fs';
import type { Problem } from '../../model/problem.ts';
import { foreignFormat } from '../../sources/decode.ts';
import { relativePath } from '../relative-path.ts';
import { filesBelow } from './documents.ts';

/** More names of one folder would bury what is to be done with them. */
const mostNames = 3;

/**
 * One line of advice for each named folder with documents in formats that tenet does not read, as PDF:
 * how many, which, and how they become text. `names` are absolute and there; folders `except` hold cards.
 */
export function documentsPassedOver(
  names: readonly string[],
  root: string,
  except: readonly string[],
): Problem[] {
  return names.flatMap((name) => {
    if (!statSync(name).isDirectory()) return [];
    const found = filesBelow(name, except).flatMap((file) => {
      const format = foreignFormat(file);
      return format === undefined ? [] : [{ file: relativePath(name, file), ...format }];
    });
    return found.length === 0 ? [] : [passedOver(relativePath(root, name), found)];
  });
}

interface ForeignFile {
  readonly file: string;
  readonly name: string;
  readonly convert: string;
}

function passedOver(folder: string, found: readonly ForeignFile[]): Problem {
  const files = found.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const shown = files.slice(0, mostNames).map(({ file, name }) => `${file} (${name})`);
  const more = files.length - shown.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  const were = files.length === 1 ? '1 file was' : `${files.length} files were`;
  const converters = [...new Set(files.map(({ convert }) => convert))];
  return {
    file: folder === '' ? '.' : folder,
    line: 1,
    column: 1,
    rule: 'documents-passed-over',
    severity: 'info',
    message: `${were} passed over, in formats that tenet does not read: ${[...shown, ...rest].join(', ')}`,
    remedy: `Turn ${files.length === 1 ? 'it' : 'them'} into text first: ${converters.join('; ')}`,
  };
}
