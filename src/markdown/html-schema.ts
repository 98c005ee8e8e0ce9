import { defaultSchema } from 'rehype-sanitize';
import type { Options } from 'rehype-sanitize';

/**
 * What may stand in HTML that tenet makes or takes in: text and its structure, pictures and links; no
 * scripts, styles, frames, forms or event handlers.
 */
export const safeHtml: Options = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'u', 'mark', 'small', 'audio', 'video'].filter(
    (name) => name !== 'input' && name !== 'picture',
  ),
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: ['href'],
    audio: ['src'],
    code: [['className', /^language-./]],
    img: ['alt', 'src', 'width', 'height'],
    li: ['value'],
    ol: ['start', 'type', 'reversed'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
    video: ['src'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  strip: ['script', 'style', 'template', 'iframe', 'object', 'title'],
};
