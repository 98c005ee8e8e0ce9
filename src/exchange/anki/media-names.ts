import { createHash } from 'node:crypto';
import type { Parts } from '../parts.ts';

const forbidden = /[[\]<>:"/?*^\\|\p{Cc}]/gu;
const devices = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)/i;
const longestBytes = 120;

/**
 * A file name that Anki takes as it is: a readable stem and 16 digits of the content's hash, so that
 * equal files share a name and different ones never clash.
 */
export function mediaName(fileName: string, content: Parts): string {
  const sha256 = createHash('sha256');
  for (const part of content) sha256.update(part);
  const hash = sha256.digest('hex').slice(0, 16);
  const dot = fileName.lastIndexOf('.');
  const extension = dot > 0 ? cleaned(fileName.slice(dot + 1)).slice(0, 8) : '';
  const stem = cleaned(dot > 0 ? fileName.slice(0, dot) : fileName);
  const known = /^(.*)-[0-9a-f]{16}$/.exec(stem)?.[1] ?? stem;
  return `${shortened(known)}-${hash}${extension === '' ? '' : `.${extension}`}`;
}

/** The last component of a name in a package, or null where it could lead out of a folder. */
export function safeMediaName(name: string): string | null {
  const clean = name.normalize('NFC');
  if (clean === '' || clean === '.' || clean === '..') return null;
  if (/[/\\\p{Cc}]/u.test(clean) || /^[a-z]:/i.test(clean)) return null;
  return devices.test(clean) || Buffer.byteLength(clean) > 255 ? null : clean;
}

function cleaned(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(forbidden, '')
    .replace(/[. ]+$/, '')
    .trim();
  return devices.test(clean) ? `${clean}_` : clean;
}

function shortened(stem: string): string {
  let short = stem === '' ? 'media' : stem;
  while (Buffer.byteLength(short) > longestBytes - 30) short = [...short].slice(0, -1).join('');
  return short;
}
