import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import type { OpenSuggestion, SuggestionItem, SuggestionStore } from './suggestionStore';

export interface SuggestionSource<T extends SuggestionItem> {
  readonly kind: OpenSuggestion['kind'];
  /** What opens the list, at the start of a line or behind a space. */
  readonly char: string;
  /** Names have spaces; commands do not. */
  readonly allowSpaces: boolean;
  readonly items: (query: string) => readonly T[] | Promise<readonly T[]>;
  readonly choose: (editor: Editor, range: Range, item: T) => void;
}

/** A list that opens while one writes: typed further it narrows, arrows and Enter choose, Escape leaves the text. */
export function suggestions<T extends SuggestionItem>(
  store: SuggestionStore,
  source: SuggestionSource<T>,
): Extension {
  const { kind } = source;
  return Extension.create({
    name: `${kind}Suggestions`,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        Suggestion<T, T>({
          editor,
          pluginKey: new PluginKey(`${kind}Suggestions`),
          char: source.char,
          allowSpaces: source.allowSpaces,
          decorationClass: 'suggestion-query',
          items: async ({ query }) => [...(await source.items(query))],
          command: ({ editor: at, range, props }) => source.choose(at, range, props),
          allow: ({ state, range }) =>
            editor.isEditable && !state.doc.resolve(range.from).parent.type.spec.code,
          render: () => ({
            onUpdate: ({ items, clientRect, command, loading }) => {
              if (loading) return;
              store.show({
                kind,
                items,
                rect: () => clientRect?.() ?? null,
                choose: (item) => command(item as T),
              });
            },
            onExit: () => store.hide(kind),
            onKeyDown: ({ event }) => store.key(event.key),
          }),
        }),
      ];
    },
  });
}
