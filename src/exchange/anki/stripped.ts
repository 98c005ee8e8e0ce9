import { hash } from 'node:crypto';

const mediaTag =
  /<(?:img|audio|video|object|source)\b[^>]*?\b(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>/gi;
const invisible = /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>/gi;
const tag = /<[^>]*>/g;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * A field without its HTML, as Anki sorts and compares notes: a picture leaves its file name
 * (anki:rslib/src/text.rs).
 */
export function stripped(html: string): string {
  if (!/[<&\u00a0]/.test(html)) return html;
  const text = html
    .replace(mediaTag, (_all, double, single, bare) => ` ${double ?? single ?? bare ?? ''} `)
    .replace(invisible, '')
    .replace(tag, '');
  return decoded(text).replaceAll('\u00a0', ' ');
}

/** Text with its character references read; names that HTML alone knows stay. */
export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** The number by which Anki finds notes with an equal first field, from its stripped text. */
export function checksum(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 8), 16);
}
