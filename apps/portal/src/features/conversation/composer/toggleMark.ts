import type { TextChange } from './TextChange';

/** Puts the mark round the selection, or takes it away where it already stands. Spaces at its ends stay outside. */
export function toggleMark(text: string, from: number, to: number, mark: '**' | '_' | '`'): TextChange {
  const selected = text.slice(from, to);
  const lead = selected.length - selected.trimStart().length;
  const [start, end] = selected.trim() === '' ? [from, to] : [from + lead, from + selected.trimEnd().length];
  const inner = text.slice(start, end);
  const { length } = mark;
  if (text.slice(start - length, start) === mark && text.slice(end, end + length) === mark) {
    return {
      from: start - length,
      to: end + length,
      insert: inner,
      selectFrom: start - length,
      selectTo: end - length,
    };
  }
  if (inner.length > 2 * length && inner.startsWith(mark) && inner.endsWith(mark)) {
    const insert = inner.slice(length, -length);
    return { from: start, to: end, insert, selectFrom: start, selectTo: start + insert.length };
  }
  return {
    from: start,
    to: end,
    insert: `${mark}${inner}${mark}`,
    selectFrom: start + length,
    selectTo: end + length,
  };
}
