import { hash } from 'node:crypto';
import { replaceClosed } from '../../markdown/replace-closed.ts';

const mediaTag =
  /^<(?:img|audio|video|object|source)\b[^>]*?\b(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

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
  const text = withoutMarkup(html, (tag) => {
    const [found, double, single, bare] = mediaTag.exec(tag) ?? [];
    return found === undefined ? '' : ` ${double ?? single ?? bare ?? ''} `;
  });
  return decoded(text).replaceAll('\u00a0', ' ');
}

const nothing = () => '';

/** HTML without what nobody sees, and with each tag replaced. */
export function withoutMarkup(html: string, replace: (tag: string) => string): string {
  let text = replaceClosed(html, '-->', /<!--[\s\S]*?-->/g, nothing);
  text = replaceClosed(text, '</style>', /<style\b[\s\S]*?<\/style>/gi, nothing);
  text = replaceClosed(text, '</script>', /<script\b[\s\S]*?<\/script>/gi, nothing);
  return replaceClosed(text, '>', /<[^>]*>/g, replace);
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
