import { imagePath } from '@hemicycle/collab/schema';
import { LIMITS, type RouteResponse } from '@hemicycle/contracts';
import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { insertPoint } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import { ApiProblem } from '@/lib/ApiProblem';

export interface ImageUploadOptions {
  readonly upload: (
    file: File,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<RouteResponse<'POST /documents/{documentId}/images'>>;
  readonly onFailed: (file: File, error: unknown) => void;
  /** Pasted text had pictures on other people's servers; they were left out. */
  readonly onForeignImages: () => void;
  /** Name of the place that is kept while a file goes up. */
  readonly label: (fileName: string) => string;
}

interface Upload {
  readonly id: number;
  /** A Yjs position: what others write meanwhile moves it along. */
  readonly at: unknown;
  readonly element: HTMLElement;
  readonly calledOff: AbortController;
}

const key = new PluginKey<readonly Upload[]>('imageUploads');

/** Pictures by button, paste and drop: a place with its progress is kept until the file is stored. */
export function imageUploads(options: ImageUploadOptions): Extension {
  return Extension.create({
    name: 'imageUploads',
    addProseMirrorPlugins: () => [uploadsPlugin(options)],
  });
}

/** Begins uploading files at a position, or at the selection. What is no image is told by the server. */
export function insertImages(editor: Editor, files: readonly File[], options: ImageUploadOptions): void {
  startUploads(editor.view, files, editor.state.selection.to, options);
}

function uploadsPlugin(options: ImageUploadOptions): Plugin<readonly Upload[]> {
  return new Plugin<readonly Upload[]>({
    key,
    state: {
      init: () => [],
      apply(tr, uploads) {
        const meta = tr.getMeta(key) as { add?: Upload; remove?: number } | undefined;
        if (meta?.add) return [...uploads, meta.add];
        return meta?.remove === undefined ? uploads : uploads.filter(({ id }) => id !== meta.remove);
      },
    },
    view: (view) => ({
      // The editor may be gone before a file is up.
      destroy() {
        for (const { calledOff } of key.getState(view.state) ?? []) calledOff.abort();
      },
    }),
    props: {
      decorations(state) {
        const uploads = key.getState(state) ?? [];
        if (uploads.length === 0) return null;
        return DecorationSet.create(
          state.doc,
          uploads.flatMap(({ id, at, element }) => {
            const position = absolute(state, at);
            return position === null ? [] : [Decoration.widget(position, element, { key: `upload-${id}` })];
          }),
        );
      },
      handlePaste(view, event) {
        const files = imageFiles(event.clipboardData);
        // Word and browsers put a picture of the text beside the text: the text is what was meant.
        if (files.length === 0 || hasWords(event.clipboardData)) return false;
        startUploads(view, files, view.state.selection.to, options);
        return true;
      },
      handleDrop(view, event, _slice, moved) {
        const files = moved ? [] : imageFiles(event.dataTransfer);
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (files.length === 0 || !at || !view.editable) return false;
        event.preventDefault();
        startUploads(view, files, at.pos, options);
        return true;
      },
      transformPastedHTML(html) {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const foreign = [...parsed.images].some((image) => !imagePath(image.getAttribute('src')));
        if (foreign) options.onForeignImages();
        return html;
      },
    },
  });
}

function imageFiles(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

function hasWords(data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? '';
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
}

let nextId = 1;

function startUploads(
  view: EditorView,
  files: readonly File[],
  position: number,
  options: ImageUploadOptions,
): void {
  for (const file of files) void uploadOne(view, file, position, options);
}

async function uploadOne(
  view: EditorView,
  file: File,
  position: number,
  options: ImageUploadOptions,
): Promise<void> {
  const calledOff = new AbortController();
  const id = nextId++;
  const { element, progress } = placeElement(options.label(file.name));
  const at = relative(view.state, blockPosition(view.state, position));
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at, element, calledOff } satisfies Upload }));
  try {
    if (file.size > LIMITS.imageBytes) throw new ApiProblem('payload_too_large', 413);
    const { url, width, height } = await options.upload(file, progress, calledOff.signal);
    if (view.isDestroyed) return;
    const target = absolute(view.state, at) ?? view.state.doc.content.size;
    const type = view.state.schema.nodes.image;
    const point = type && (insertPoint(view.state.doc, target, type) ?? target);
    if (!type || point === undefined) return;
    const image = type.create({ src: url, alt: '', naturalWidth: width, naturalHeight: height });
    view.dispatch(view.state.tr.setMeta(key, { remove: id }).insert(point, image));
  } catch (error) {
    if (view.isDestroyed) return;
    view.dispatch(view.state.tr.setMeta(key, { remove: id }));
    options.onFailed(file, error);
  }
}

/** Pictures stand between blocks: behind the one that is pointed into, or in place when it is empty. */
function blockPosition(state: EditorState, position: number): number {
  const resolved = state.doc.resolve(Math.min(position, state.doc.content.size));
  if (resolved.depth === 0) return resolved.pos;
  return resolved.parent.content.size === 0 ? resolved.before() : resolved.after(1);
}

function placeElement(label: string): { element: HTMLElement; progress: (share: number) => void } {
  const element = document.createElement('div');
  element.className = 'upload';
  element.contentEditable = 'false';
  const words = document.createElement('span');
  words.textContent = label;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', label);
  element.append(words, bar);
  return {
    element,
    progress(share) {
      bar.value = share;
    },
  };
}

interface Binding {
  readonly doc: unknown;
  readonly type: unknown;
  readonly binding: { readonly mapping: unknown } | null;
}

function relative(state: EditorState, position: number): unknown {
  const { type, binding } = ySyncPluginKey.getState(state) as Binding;
  return binding
    ? absolutePositionToRelativePosition(position, type as never, binding.mapping as never)
    : null;
}

function absolute(state: EditorState, at: unknown): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(state) as Binding;
  if (!binding || at === null) return null;
  return relativePositionToAbsolutePosition(doc as never, type as never, at, binding.mapping as never);
}
