import type { Editor } from '@tiptap/core';

export type CommandId =
  | 'paragraph'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'code'
  | 'clear'
  | 'link'
  | 'bulletList'
  | 'orderedList'
  | 'taskList'
  | 'indent'
  | 'outdent'
  | 'table'
  | 'image'
  | 'mention'
  | 'quote'
  | 'codeBlock'
  | 'rule'
  | 'undo'
  | 'redo'
  | 'find'
  | 'shortcuts';

export interface EditorCommand {
  /** As ProseMirror names keys; shown by `shortcutWords`. */
  readonly keys?: string;
  /** Left out: the view does it (a dialog, a file chooser). */
  readonly run?: (editor: Editor) => boolean;
  /** Left out: it is an act, not a state. */
  readonly isActive?: (editor: Editor) => boolean;
  readonly isPossible?: (editor: Editor) => boolean;
}

const heading = (level: 1 | 2 | 3 | 4): EditorCommand => ({
  keys: `Mod-Alt-${level}`,
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
  isActive: (editor) => editor.isActive('heading', { level }),
});
const mark = (name: 'bold' | 'italic' | 'underline' | 'strike' | 'code', keys: string): EditorCommand => ({
  keys,
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => !editor.isActive('codeBlock'),
});

/** What can be done to the text, once: toolbar, menus, the slash list and the table of shortcuts read it from here. */
export const EDITOR_COMMANDS: Readonly<Record<CommandId, EditorCommand>> = {
  paragraph: {
    keys: 'Mod-Alt-0',
    run: (editor) => editor.chain().focus().clearNodes().run(),
    isActive: (editor) => editor.isActive('paragraph') && !inList(editor) && !editor.isActive('blockquote'),
  },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  bold: mark('bold', 'Mod-b'),
  italic: mark('italic', 'Mod-i'),
  underline: mark('underline', 'Mod-u'),
  strike: mark('strike', 'Mod-Shift-s'),
  code: mark('code', 'Mod-e'),
  clear: { run: (editor) => editor.chain().focus().unsetAllMarks().run() },
  link: {
    keys: 'Mod-Shift-k',
    isActive: (editor) => editor.isActive('link'),
    isPossible: (editor) => !editor.isActive('codeBlock'),
  },
  bulletList: {
    keys: 'Mod-Shift-8',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isActive: (editor) => editor.isActive('bulletList'),
  },
  orderedList: {
    keys: 'Mod-Shift-7',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isActive: (editor) => editor.isActive('orderedList'),
  },
  taskList: {
    keys: 'Mod-Shift-9',
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
    isActive: (editor) => editor.isActive('taskList'),
  },
  indent: {
    keys: 'Tab',
    run: (editor) => editor.chain().focus().sinkListItem(itemType(editor)).run(),
    isPossible: (editor) => editor.can().sinkListItem(itemType(editor)),
  },
  outdent: {
    keys: 'Shift-Tab',
    run: (editor) => editor.chain().focus().liftListItem(itemType(editor)).run(),
    isPossible: (editor) => editor.can().liftListItem(itemType(editor)),
  },
  table: {
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    isActive: (editor) => editor.isActive('table'),
  },
  image: {},
  mention: { run: (editor) => openList(editor, '@') },
  quote: {
    keys: 'Mod-Shift-b',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isActive: (editor) => editor.isActive('blockquote'),
  },
  codeBlock: {
    keys: 'Mod-Alt-c',
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    isActive: (editor) => editor.isActive('codeBlock'),
  },
  rule: { run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  undo: {
    keys: 'Mod-z',
    run: (editor) => editor.chain().focus().undo().run(),
    isPossible: (editor) => editor.can().undo(),
  },
  redo: {
    keys: 'Mod-Shift-z',
    run: (editor) => editor.chain().focus().redo().run(),
    isPossible: (editor) => editor.can().redo(),
  },
  find: { keys: 'Mod-f' },
  shortcuts: { keys: 'Mod-/' },
};

function inList(editor: Editor): boolean {
  return editor.isActive('listItem') || editor.isActive('taskItem');
}

function itemType(editor: Editor): 'taskItem' | 'listItem' {
  return editor.isActive('taskItem') ? 'taskItem' : 'listItem';
}

/** Types the character that opens a list of suggestions, behind a space where the text needs one. */
function openList(editor: Editor, char: string): boolean {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc').at(-1);
  const text = before === undefined || before === ' ' ? char : ` ${char}`;
  return editor.chain().focus().insertContent(text).run();
}
