import { documentSchema } from '@hemicycle/collab/schema';
import { describe, expect, it } from '@jest/globals';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { findPlugin, findState, replaceAll, replaceCurrent, setFind, stepFind } from './FindReplace';

const schema = documentSchema();
const paragraph = (text: string, bold = false) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(bold && { marks: [{ type: 'bold' }] }) }],
});

function open(...blocks: object[]): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content: blocks });
  return EditorState.create({ doc, plugins: [findPlugin()] });
}

/** The state after a transaction, or the same without one. */
const after = (state: EditorState, tr: Transaction | null) => (tr ? state.apply(tr) : state);
const find = (state: EditorState, text: string, matchCase = false) =>
  state.apply(setFind(state, { text, matchCase }));

describe('find and replace', () => {
  it('steps round all matches and selects them', () => {
    let state = find(open(paragraph('dyke and dyke'), paragraph('Dyke')), 'dyke');
    expect(findState(state)).toMatchObject({ current: 0, matches: { length: 3 } });
    state = after(state, stepFind(state, 1));
    expect(state.doc.textBetween(state.selection.from, state.selection.to)).toBe('dyke');
    expect(state.selection.from).toBe(10);
    state = after(state, stepFind(state, 1));
    state = after(state, stepFind(state, 1));
    expect(findState(state).current).toBe(0);
    state = after(state, stepFind(state, -1));
    expect(findState(state).current).toBe(2);
    expect(stepFind(find(state, 'nowhere'), 1)).toBeNull();
  });

  it('replaces one after the other, also by words that contain what is looked for', () => {
    let state = find(open(paragraph('dyke, dyke, dyke')), 'dyke');
    state = after(state, replaceCurrent(state, 'sea dyke'));
    expect(state.doc.textContent).toBe('sea dyke, dyke, dyke');
    state = after(state, replaceCurrent(state, 'sea dyke'));
    expect(state.doc.textContent).toBe('sea dyke, sea dyke, dyke');
    state = after(state, replaceCurrent(state, ''));
    expect(state.doc.textContent).toBe('sea dyke, sea dyke, ');
  });

  it('replaces all in one step, keeping bold bold', () => {
    let state = find(open(paragraph('Dyke dyke'), paragraph('dyke', true)), 'dyke', true);
    expect(findState(state).matches).toHaveLength(2);
    state = after(state, replaceAll(state, 'dune'));
    expect(state.doc.textContent).toBe('Dyke dunedune');
    expect(state.doc.child(1).firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold']);
    expect(findState(state)).toMatchObject({ current: -1, matches: [] });
  });

  it('finds anew when somebody else replaces the whole document', () => {
    let state = find(open(paragraph('one dyke'), paragraph('two dyke')), 'dyke');
    state = after(state, stepFind(state, 1));
    const other = open(paragraph('zero dyke'), paragraph('one dyke'), paragraph('two')).doc;
    state = state.apply(state.tr.replaceWith(0, state.doc.content.size, other.content));
    const { matches, current } = findState(state);
    expect(matches.map(({ from, to }) => state.doc.textBetween(from, to))).toEqual(['dyke', 'dyke']);
    expect(current).toBe(1);
  });
});
