import type { DocumentKind } from '../../model/source.ts';
import { readers } from '../../sources/index.ts';

/** The kinds of document that can be named with `--as`. */
export const readerKinds: readonly DocumentKind[] = readers.map(({ kind }) => kind);
