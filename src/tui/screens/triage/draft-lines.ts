import {
  type DraftField,
  type DraftFinding,
  type NearCard,
  type ShownDraft,
} from '../../../app/triage/view.ts';
import { markdownLines } from '../../text/markdown.ts';
import { prefixed } from '../../text/lines.ts';
import { emptyLine, piece, type Line, type Tone } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';

/** How a draft is drawn. */
export interface DraftLook {
  readonly width: number;
  readonly compact: boolean;
  readonly marks: boolean;
}

/** Columns before a draft's text: its mark. */
const indent = 3;

/** The draft, what the linter says of it, and the near card where there is one. */
export function draftLines(draft: ShownDraft, look: DraftLook): Line[] {
  const findings = draft.findings.flatMap((finding) => findingLines(finding, look));
  const gone = draft.gone
    ? marked('▲', 'warning', 'its passage is gone from the document', look)
    : [];
  const near = draft.near === null ? [] : nearLines(draft.near, look);
  const air = look.compact || findings.length + gone.length === 0 ? [] : [emptyLine];
  return [...fieldRows(draft.fields, look, 'accent'), ...air, ...findings, ...gone, ...near];
}

function fieldRows(fields: readonly DraftField[], look: DraftLook, tone: Tone): Line[] {
  return fields.flatMap(({ mark, markdown }) =>
    prefixed(
      markdownLines(markdown, { width: look.width - indent, marks: look.marks, gaps: 'tell' }),
      [piece(mark.padEnd(indent), tone, { bold: true })],
      [piece(' '.repeat(indent))],
    ),
  );
}

const signs = {
  error: ['✗', 'error'],
  warning: ['▲', 'warning'],
  info: ['·', 'dim'],
} as const;

function findingLines({ rule, severity, message }: DraftFinding, look: DraftLook): Line[] {
  const [sign, tone] = signs[severity];
  return marked(sign, tone, `${rule} ${message}`, look);
}

function marked(sign: string, tone: Tone, text: string, { width }: DraftLook): Line[] {
  return prefixed(
    wrap([piece(text, tone === 'dim' ? 'dim' : 'plain')], width - indent),
    [piece(sign.padEnd(indent), tone, { bold: tone !== 'dim' })],
    [piece(' '.repeat(indent))],
  );
}

/** The card that stands, faint beside the draft. */
function nearLines({ file, fields }: NearCard, look: DraftLook): Line[] {
  const air = look.compact ? [] : [emptyLine];
  return [
    ...air,
    [piece('≈'.padEnd(indent), 'warning', { bold: true }), piece(file, 'dim')],
    ...fieldRows(fields, look, 'dim'),
  ];
}
