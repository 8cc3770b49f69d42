import { mergeAttributes, Node } from '@tiptap/core';
import { imagePath } from './imagePath';

export interface ImageAttributes {
  src: string | null;
  /** What the picture shows, for those who do not see it. Empty: decoration. */
  alt: string;
  /** Pixels on the page; null: its natural width, at most the column's. */
  width: number | null;
  /** Pixels of the file: the page keeps the place free while it loads. */
  naturalWidth: number | null;
  naturalHeight: number | null;
}

/** Width a picture may be given, in pixels. The upper bound is the widest column. */
export const IMAGE_WIDTH = { min: 48, max: 1_200 } as const;

const pixels = (value: unknown, max: number): number | null => {
  const number = Math.round(Number(value));
  return Number.isFinite(number) && number > 0 ? Math.min(number, max) : null;
};

const own = (src: unknown): string | null => (imagePath(src) ? (src as string) : null);

/** A picture from our own store, a block of its own. Any other address is kept out when read and when drawn. */
export const ImageNode = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,

  addAttributes() {
    return {
      src: { default: null, parseHTML: (element) => own(element.getAttribute('src')) },
      alt: { default: '', parseHTML: (element) => (element.getAttribute('alt') ?? '').slice(0, 1_000) },
      width: {
        default: null,
        parseHTML: (element) => pixels(element.getAttribute('width'), IMAGE_WIDTH.max),
      },
      naturalWidth: {
        default: null,
        parseHTML: (element) => pixels(element.getAttribute('data-natural-width'), 100_000),
      },
      naturalHeight: {
        default: null,
        parseHTML: (element) => pixels(element.getAttribute('data-natural-height'), 100_000),
      },
    };
  },

  parseHTML() {
    return [{ tag: 'img[src]', getAttrs: (element) => (own(element.getAttribute('src')) ? null : false) }];
  },

  renderHTML({ HTMLAttributes }) {
    const { src, alt, width, naturalWidth, naturalHeight } = HTMLAttributes as ImageAttributes;
    return [
      'img',
      mergeAttributes({
        src: own(src),
        alt: typeof alt === 'string' ? alt : '',
        width: pixels(width, IMAGE_WIDTH.max),
        'data-natural-width': pixels(naturalWidth, 100_000),
        'data-natural-height': pixels(naturalHeight, 100_000),
      }),
    ];
  },
});
