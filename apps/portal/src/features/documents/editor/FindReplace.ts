import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type FindQuery, findMatches, type Match } from '../lib/findMatches';

export interface FindState {
  readonly query: FindQuery;
  readonly matches: readonly Match[];
  /** Index of the match that is stepped to; -1 without matches. */
  readonly current: number;
}

type FindMeta = { readonly query: FindQuery } | { readonly current: number };

const EMPTY: FindState = { query: { text: '', matchCase: false }, matches: [], current: -1 };

export const findPluginKey = new PluginKey<FindState>('find');

/** What is being looked for in this editor, and where it stands. */
export function findState(state: EditorState): FindState {
  return findPluginKey.getState(state) ?? EMPTY;
}

/**
 * Looks for the query and goes to the first match at or behind the selection. Matches are found anew after each
 * change: a change by somebody else may replace the whole document, so positions cannot be carried over.
 */
export function setFind(state: EditorState, query: FindQuery): Transaction {
  return state.tr.setMeta(findPluginKey, { query } satisfies FindMeta);
}

/** To the next (+1) or previous (−1) match, round the end; null without matches. */
export function stepFind(state: EditorState, by: 1 | -1): Transaction | null {
  const { matches, current } = findState(state);
  if (matches.length === 0) return null;
  const next = (current + by + matches.length) % matches.length;
  return select(state.tr.setMeta(findPluginKey, { current: next } satisfies FindMeta), matches[next]);
}

/** Replaces the match that is stepped to; the plugin then stands on the next one. Null without a match. */
export function replaceCurrent(state: EditorState, replacement: string): Transaction | null {
  const { matches, current } = findState(state);
  const match = matches[current];
  return match ? replace(state.tr, match, replacement) : null;
}

/** Replaces every match in one step (one undo); null without matches. */
export function replaceAll(state: EditorState, replacement: string): Transaction | null {
  const { matches } = findState(state);
  if (matches.length === 0) return null;
  // From the end, so that positions before stay true.
  return matches.toReversed().reduce((tr, match) => replace(tr, match, replacement), state.tr);
}

function replace(tr: Transaction, { from, to }: Match, replacement: string): Transaction {
  return replacement === '' ? tr.delete(from, to) : tr.insertText(replacement, from, to);
}

function select(tr: Transaction, match: Match | undefined): Transaction {
  return match ? tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)) : tr;
}

function apply(tr: Transaction, value: FindState): FindState {
  const meta = tr.getMeta(findPluginKey) as FindMeta | undefined;
  if (meta && 'query' in meta) {
    const matches = findMatches(tr.doc, meta.query);
    return { query: meta.query, matches, current: firstFrom(matches, tr.selection.from) };
  }
  if (meta) return { ...value, current: meta.current };
  if (!tr.docChanged || value.query.text === '') return value;
  const matches = findMatches(tr.doc, value.query);
  return { ...value, matches, current: stayed(tr, value, matches) };
}

function firstFrom(matches: readonly Match[], position: number): number {
  if (matches.length === 0) return -1;
  return Math.max(
    0,
    matches.findIndex(({ from }) => from >= position),
  );
}

function stayed(tr: Transaction, value: FindState, matches: readonly Match[]): number {
  const before = value.matches[value.current];
  if (!before || matches.length === 0) return firstFrom(matches, 0);
  const mapped = tr.mapping.mapResult(before.from, -1);
  if (mapped.deletedAcross && value.matches.length === matches.length) return value.current;
  // What replaced the match may contain the words again: stand behind it.
  const touched = tr.mapping.mapResult(before.to, 1);
  return firstFrom(matches, mapped.deletedAfter ? touched.pos : mapped.pos);
}

function decorations(doc: Node, { matches, current }: FindState): DecorationSet | null {
  if (matches.length === 0) return null;
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? 'found found-current' : 'found' }),
    ),
  );
}

export function findPlugin(): Plugin<FindState> {
  return new Plugin<FindState>({
    key: findPluginKey,
    state: { init: () => EMPTY, apply },
    props: {
      decorations(state) {
        return decorations(state.doc, findState(state));
      },
    },
  });
}

/** Marks what is looked for. Its bar is `FindBar`. */
export const FindReplace = Extension.create({
  name: 'findReplace',
  addProseMirrorPlugins: () => [findPlugin()],
});
