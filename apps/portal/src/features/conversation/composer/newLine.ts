import type { TextChange } from './TextChange';

const ITEM = /^(\s*)(?:([-*])|(\d{1,4})([.)])) +/;

/** What a line break does: in a list it begins the next item, on an empty item it ends the list. */
export function newLine(text: string, from: number, to: number): TextChange {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(start, from);
  const item = ITEM.exec(line);
  if (item && line.length === item[0].length)
    return { from: start, to, insert: '', selectFrom: start, selectTo: start };
  const marker = item ? `${item[1]}${item[2] ?? `${Number(item[3]) + 1}${item[4]}`} ` : '';
  const insert = `\n${marker}`;
  return { from, to, insert, selectFrom: from + insert.length, selectTo: from + insert.length };
}
