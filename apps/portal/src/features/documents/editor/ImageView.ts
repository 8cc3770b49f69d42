import { IMAGE_WIDTH, type ImageAttributes, ImageNode, imagePath } from '@hemicycle/collab/schema';
import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';

/** The image node as the page shows it: its place is kept while it loads, and it says so when it cannot be shown. */
export function imageWithView(words: { readonly broken: () => string }) {
  return ImageNode.extend({
    addNodeView() {
      return ({ node }) => new ImageView(node, words.broken);
    },
  });
}

class ImageView implements NodeView {
  readonly dom = document.createElement('figure');
  readonly #image = document.createElement('img');
  readonly #broken: () => string;
  #node: Node;

  constructor(node: Node, broken: () => string) {
    this.#node = node;
    this.#broken = broken;
    this.dom.className = 'image';
    this.#image.decoding = 'async';
    this.#image.draggable = false;
    this.#image.onerror = () => this.#fail();
    this.dom.append(this.#image);
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  #draw(): void {
    const { src, alt, width, naturalWidth, naturalHeight } = this.#node.attrs as ImageAttributes;
    const shown = width ?? naturalWidth;
    this.#image.alt = alt;
    this.#image.style.width = shown ? `${Math.min(shown, IMAGE_WIDTH.max)}px` : '';
    this.#image.style.aspectRatio = naturalWidth && naturalHeight ? `${naturalWidth} / ${naturalHeight}` : '';
    // Only our own store: whatever else a hostile client wrote into the document is not asked for.
    if (!imagePath(src)) this.#fail();
    else if (this.#image.getAttribute('src') !== src) {
      this.dom.classList.remove('image-broken');
      this.dom.querySelector('figcaption')?.remove();
      this.#image.src = src as string;
    }
  }

  #fail(): void {
    if (this.dom.classList.contains('image-broken')) return;
    this.dom.classList.add('image-broken');
    const words = document.createElement('figcaption');
    words.textContent = [this.#broken(), this.#image.alt].filter(Boolean).join(' ');
    this.dom.append(words);
  }
}
