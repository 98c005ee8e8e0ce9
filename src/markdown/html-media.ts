import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Where pictures and sounds of a text are to be found. */
export interface MediaNames {
  /** The file name to write for a picture or sound, or null to leave it out and keep its description. */
  name(target: string): string | null;
}

const mediaElements = new Set(['img', 'audio', 'video']);

const soundFile = /\.(?:mp3|ogg|oga|opus|wav|m4a|flac|aac|mp4|webm|ogv|mov|mkv|avi)$/i;

/** The tree with every picture and sound named as `media` says, sounds in Anki's `[sound:…]`. */
export function placeMedia(root: Root, media: MediaNames): Root {
  return { ...root, children: root.children.map((node) => placed(node, media)) };
}

function placed<Node extends RootContent>(node: Node, media: MediaNames): Node | ElementContent {
  if (node.type !== 'element') return node;
  const source = node.properties['src'];
  if (mediaElements.has(node.tagName) && typeof source === 'string')
    return pointed(node, source, media);
  return { ...node, children: node.children.map((child) => placed(child, media)) };
}

function pointed(node: Element, source: string, media: MediaNames): ElementContent {
  const name = media.name(decoded(source));
  if (name === null) return { type: 'text', value: String(node.properties['alt'] ?? '') };
  if (soundFile.test(name)) return { type: 'text', value: `[sound:${name}]` };
  const { alt, width, height } = node.properties;
  return {
    type: 'element',
    tagName: 'img',
    properties: {
      src: name,
      ...(alt === undefined || alt === '' ? {} : { alt }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    },
    children: [],
  };
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
