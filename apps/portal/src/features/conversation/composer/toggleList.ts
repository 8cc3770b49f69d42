import type { TextChange } from './TextChange';

const ITEM = /^[-*] /;

/** Makes the lines of the selection items of a list, or plain lines again when all of them are. */
export function toggleList(text: string, from: number, to: number): TextChange {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline === -1 ? text.length : newline;
  const lines = text.slice(start, end).split('\n');
  const all = lines.every((line) => ITEM.test(line));
  const insert = lines
    .map((line) => (all ? line.replace(ITEM, '') : ITEM.test(line) ? line : `- ${line}`))
    .join('\n');
  const single = from === to;
  return {
    from: start,
    to: end,
    insert,
    selectFrom: single ? start + insert.length : start,
    selectTo: start + insert.length,
  };
}
