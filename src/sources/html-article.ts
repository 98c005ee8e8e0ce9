import type { HtmlBlock, HtmlPlace } from '../markdown/html-document.ts';
import type { Region } from '../model/source.ts';
import { findRegions } from './regions.ts';

const furnitureTags = new Set(['nav', 'aside', 'footer', 'menu', 'address']);
const furnitureRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
  'menu',
  'menubar',
  'toolbar',
  'doc-endnotes',
  'doc-bibliography',
]);
/** Classes and ids by which pages name what stands around their matter, as whole words of them. */
const furnitureNames =
  /(?:^|[\s_-])(?:nav|navbar|navbox|navigation|menu|breadcrumbs?|sidebar|side-?bar|footer|masthead|cookies?|consent|gdpr|banner|advert(?:s|isement)?|ads?|promo|sponsor(?:ed)?|newsletter|subscribe|signup|sign-up|share|sharing|social|comments?|disqus|replies|related|recommended|recommendations|read-more|more-(?:from|stories|posts)|popular|trending|pagination|pager|toc|table-of-contents|skip-link|byline|author-bio|metadata|postmeta|entry-meta|tags?|tagcloud|widgets?|toolbar|modal|popup|overlay|infobox|reflist|references|footnotes|catlinks|hatnote|noprint)(?=$|[\s_-])/i;
/** `has-sidebar` is said of what stands beside one. */
const hasNot = /(?:^|(?<=\s))(?:has|with|no|without|wp|js)[_-]\S*/gi;
/** Containers of the matter itself, whatever else they are called (`post has-sidebar`). */
const matter =
  /(?:^|[\s_-])(?:article|post-content|entry-content|article-body|post-body|mw-parser-output|markdown-body|main-content|content-body)(?=$|[\s_-])/i;

/**
 * Which blocks of a page are its article. The article is the element marked as such, else the smallest one
 * that holds most of the prose; in it, menus, comments, banners, related links and the like are
 * furniture, and so is everything outside.
 */
export function articleRegions(blocks: readonly HtmlBlock[]): readonly Region[] {
  const weights = weightsOf(blocks);
  const all = heaviest(weights.values(), 1);
  // What holds most of the page's prose is its matter, whatever it is called.
  const holdsMatter = (place: HtmlPlace) => (weights.get(place) ?? 0) > all * markedShare;
  const plain = blocks.map((block) => !isMarkedOff(block.place, holdsMatter));
  const root = rootOf(blocks.filter((_, index) => plain[index] === true));
  const linky = linkLists(blocks);
  const pageWise = findRegions(blocks.map(({ text }) => text));
  const ended = endingAt(blocks, plain);
  return blocks.map((block, index) =>
    plain[index] === true &&
    isInside(block.place, root) &&
    !linky.has(block) &&
    pageWise[index] === 'body' &&
    !ended.has(index)
      ? 'body'
      : 'furniture',
  );
}

function isMarkedOff(place: HtmlPlace, holdsMatter: (place: HtmlPlace) => boolean): boolean {
  for (let at: HtmlPlace | undefined = place; at !== undefined; at = at.parent) {
    if (holdsMatter(at)) return false;
    if (furnitureTags.has(at.tag) || furnitureRoles.has(at.role)) return true;
    if (
      at.tag === 'header' &&
      !isInside(at, (outer) => outer.tag === 'article' || outer.tag === 'main')
    )
      return true;
    const names = at.names.replaceAll(hasNot, '');
    if (furnitureNames.test(names) && !matter.test(names)) return true;
  }
  return false;
}

function isInside(
  place: HtmlPlace,
  root: HtmlPlace | undefined | ((outer: HtmlPlace) => boolean),
): boolean {
  if (root === undefined) return true;
  for (let at: HtmlPlace | undefined = place; at !== undefined; at = at.parent)
    if (typeof root === 'function' ? root(at) : at === root) return true;
  return false;
}

/** A marked element counts where it holds this share of the page's prose; a container, this one. */
const markedShare = 0.5;
const containerShare = 0.75;

function weightsOf(blocks: readonly HtmlBlock[]): Map<HtmlPlace, number> {
  const weights = new Map<HtmlPlace, number>();
  for (const block of blocks) {
    const weight = proseOf(block);
    for (let at: HtmlPlace | undefined = block.place; at !== undefined; at = at.parent)
      weights.set(at, (weights.get(at) ?? 0) + weight);
  }
  return weights;
}

function rootOf(blocks: readonly HtmlBlock[]): HtmlPlace | undefined {
  const weights = [...weightsOf(blocks)];
  const all = heaviest(
    weights.map(([, weight]) => weight),
    0,
  );
  if (all === 0) return undefined;
  const best = weights.filter(([place]) => isMarked(place)).toSorted(([, a], [, b]) => b - a)[0];
  if (best !== undefined && best[1] >= all * markedShare) return best[0];
  const holders = weights.filter(
    ([place, weight]) => weight >= all * containerShare && !/^(?:p|li|tr|h[1-6])$/.test(place.tag),
  );
  return holders.toSorted(([a], [b]) => depthOf(b) - depthOf(a))[0]?.[0];
}

/** A call takes fewer arguments than a page has elements. */
function heaviest(weights: Iterable<number>, least: number): number {
  let most = least;
  for (const weight of weights) most = Math.max(most, weight);
  return most;
}

function isMarked({ tag, role }: HtmlPlace): boolean {
  return tag === 'article' || tag === 'main' || role === 'main' || role === 'article';
}

function depthOf(place: HtmlPlace): number {
  let depth = 0;
  for (let at = place.parent; at !== undefined; at = at.parent) depth += 1;
  return depth;
}

/** The characters of running text: long paragraphs with few links. */
function proseOf({ tag, text, linked }: HtmlBlock): number {
  if (tag !== 'p' && tag !== 'li' && tag !== 'dd') return 0;
  return text.length >= 60 && linked < text.length * 0.4 ? text.length - linked : 0;
}

/** Lists that are links and little else. */
function linkLists(blocks: readonly HtmlBlock[]): ReadonlySet<HtmlBlock> {
  const lists = Map.groupBy(
    blocks.filter(({ item }) => item !== undefined),
    ({ item }) => item?.list,
  );
  const found = new Set<HtmlBlock>();
  for (const items of lists.values()) {
    const length = items.reduce((sum, { text }) => sum + text.length, 0);
    const linked = items.reduce((sum, block) => sum + block.linked, 0);
    if (items.length > 1 && linked > length * 0.8) for (const block of items) found.add(block);
  }
  return found;
}

/** Headings under which a page turns to other things. */
const ends =
  /^(?:(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|related(?: (?:articles|posts|pages|stories|reading))?|(?:you (?:may|might) also like|more from .*|recommended.*|read next|see also|references|notes|footnotes|bibliography|works cited|further reading|external links|sources|acknowledge?ments|contents|table of contents|about the author|subscribe.*|newsletter|tags|share(?: this.*)?))$/i;

function endingAt(blocks: readonly HtmlBlock[], plain: readonly boolean[]): ReadonlySet<number> {
  const found = new Set<number>();
  let depth: number | undefined;
  for (const [index, { tag, text }] of blocks.entries()) {
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level !== undefined && plain[index] === true) {
      const own = Number(level);
      if (depth !== undefined && own <= depth) depth = undefined;
      if (ends.test(text.trim())) depth = Math.min(depth ?? own, own);
    }
    if (depth !== undefined) found.add(index);
  }
  return found;
}
