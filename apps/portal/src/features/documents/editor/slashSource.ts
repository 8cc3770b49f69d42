import { matchesWords } from '../lib/matchesWords';
import { type CommandId, EDITOR_COMMANDS } from './editorCommands';
import type { SuggestionItem } from './suggestionStore';
import type { SuggestionSource } from './suggestions';

export interface SlashItem extends SuggestionItem {
  readonly id: CommandId;
  /** Other words people look for it by. */
  readonly aliases: string;
  /** For what the view does: it gets the place free of the typed query. */
  readonly onChosen?: () => void;
}

/** The list behind `/`: blocks and things to put in, by the words of the reader's language. */
export function slashSource(items: () => readonly SlashItem[]): SuggestionSource<SlashItem> {
  return {
    kind: 'slash',
    char: '/',
    allowSpaces: false,
    items: (query) => items().filter(({ label, aliases }) => matchesWords(query, label, aliases)),
    choose(editor, range, item) {
      editor.chain().focus().deleteRange(range).run();
      if (item.onChosen) item.onChosen();
      else EDITOR_COMMANDS[item.id].run?.(editor);
    },
  };
}
