import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const tui = path.resolve(import.meta.dirname, '../../src/tui');
const files = readdirSync(tui, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({
    file: file.split(path.sep).join('/'),
    text: readFileSync(path.join(tui, file), 'utf8'),
  }));
const filesWith = (pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('untrusted text has one way to the screen', () => {
  it('is drawn by one component only, which takes nothing but safe pieces', () => {
    expect(filesWith(/import \{[^}]*\bText\b[^}]*\} from 'ink'/)).toEqual(['components/lines.tsx']);
    expect(filesWith(/\b(?:Static|Newline|Transform)\b[^;]*from 'ink'/)).toEqual([]);
  });

  it('is written by nobody past Ink, but for one fixed sequence', () => {
    expect(filesWith(/\.write\(|console\./)).toEqual(['run.tsx']);
  });

  it('is made safe where pieces are made, and trusted again only in parts of them', () => {
    expect(filesWith(/as TerminalText/).sort()).toEqual(['text/lines.ts', 'text/wrap.ts']);
  });
});
