import { type Editor, Extension } from '@tiptap/core';
import { EDITOR_COMMANDS } from './editorCommands';

export interface EditorKeys {
  readonly onFind: () => void;
  readonly onLink: () => void;
  readonly onShortcuts: () => void;
  /** Alt F10, as in other editors: to the toolbar and back with Escape. */
  readonly onToolbar: () => void;
  /** Arrow up in the first line. */
  readonly onTitle: () => void;
}

/** The editor's own keys beside those of Tiptap's nodes and marks. */
export function editorKeys(keys: EditorKeys): Extension {
  const act = (run: () => void) => () => {
    run();
    return true;
  };
  return Extension.create({
    name: 'editorKeys',
    priority: 500,
    addKeyboardShortcuts() {
      const { editor } = this;
      const toTitle = () => isInFirstLine(editor) && act(keys.onTitle)();
      return {
        'Mod-f': act(keys.onFind),
        'Mod-Shift-k': () => editor.isEditable && act(keys.onLink)(),
        'Mod-/': act(keys.onShortcuts),
        'Alt-F10': act(keys.onToolbar),
        'Mod-Alt-c': () => EDITOR_COMMANDS.codeBlock.run?.(editor) ?? false,
        ArrowUp: toTitle,
      };
    },
  });
}

function isInFirstLine(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  return empty && $from.depth === 1 && $from.before() === 0 && editor.view.endOfTextblock('up');
}
