import type { AnyExtension, Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { ImageNode } from './ImageNode';
import { LinkMark } from './LinkMark';
import { MentionNode } from './MentionNode';

export interface DocumentExtensionOptions {
  /** The image node with a browser's view of it. Its shape must be that of `ImageNode`. */
  image?: AnyExtension;
  /** Name of a task's checkbox for screen readers. */
  taskLabel?: (text: string, done: boolean) => string;
  /** Columns can be dragged wider; only where somebody may write. */
  resizableTables?: boolean;
}

/**
 * The shape of a text document: what its Yjs fragment may hold, and so what is left of pasted HTML. Undo is Yjs's,
 * by person, so ProseMirror's own is out; so is the trailing paragraph, which every open browser would add anew.
 */
export function documentExtensions(options: DocumentExtensionOptions = {}): Extensions {
  const { taskLabel } = options;
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3, 4] },
      dropcursor: { class: 'drop-cursor', color: false, width: 2 },
      link: false,
    }),
    LinkMark,
    TaskList,
    TaskItem.configure({
      nested: true,
      ...(taskLabel && {
        a11y: { checkboxLabel: (node, done) => taskLabel(node.firstChild?.textContent ?? '', done) },
      }),
    }),
    TableKit.configure({
      table: { resizable: options.resizableTables ?? false, renderWrapper: true, cellMinWidth: 48 },
    }),
    options.image ?? ImageNode,
    MentionNode,
  ];
}
