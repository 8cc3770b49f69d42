import type { MessageInline } from './messageNodes';
import { safeHref } from './safeHref';

const REFERENCE = /(@?)\[((?:[^\]\\\n]|\\.){1,400})\]\(([^()\s]{1,2000})\)/y;
const ADDRESS = /https?:\/\/[^\s<>]+/iy;
const TARGET = /^(user|document):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const ESCAPED = /^[\\`*_[\]@()#.+-]$/;
const WORD = /[\p{L}\p{N}]/u;

interface Scan {
  readonly source: string;
  readonly to: number;
  /** Delimiters known to have no partner further on: keeps a text full of asterisks linear. */
  readonly unpaired: Set<string>;
  readonly out: MessageInline[];
  text: string;
}

/** Inline marks of `source` from `from` up to `to`; `inside` names the marks already open. Never throws. */
export function parseInline(source: string, from: number, to: number, inside = ''): MessageInline[] {
  const scan: Scan = { source, to, unpaired: new Set(), out: [], text: '' };
  let at = from;
  while (at < to) {
    const next =
      escaped(scan, at) ??
      lineBreak(scan, at) ??
      code(scan, at) ??
      reference(scan, at) ??
      address(scan, at, from) ??
      emphasis(scan, at, from, inside);
    if (next === undefined) {
      scan.text += source[at];
      at += 1;
    } else at = next;
  }
  flush(scan);
  return scan.out;
}

/** Undoes `escapeLabel`. */
function unescapeLabel(label: string): string {
  return label.replace(/\\(.)/g, '$1');
}

function flush(scan: Scan): void {
  if (scan.text !== '') scan.out.push({ type: 'text', text: scan.text });
  scan.text = '';
}

function push(scan: Scan, node: MessageInline): void {
  flush(scan);
  scan.out.push(node);
}

function escaped(scan: Scan, at: number): number | undefined {
  const next = scan.source[at + 1];
  if (scan.source[at] !== '\\' || at + 1 >= scan.to || next === undefined || !ESCAPED.test(next))
    return undefined;
  scan.text += next;
  return at + 2;
}

function lineBreak(scan: Scan, at: number): number | undefined {
  if (scan.source[at] !== '\n') return undefined;
  push(scan, { type: 'break' });
  return at + 1;
}

function code(scan: Scan, at: number): number | undefined {
  if (scan.source[at] !== '`' || scan.unpaired.has('`')) return undefined;
  const end = scan.source.indexOf('`', at + 1);
  if (end === -1 || end >= scan.to) {
    scan.unpaired.add('`');
    return undefined;
  }
  const text = scan.source.slice(at + 1, end);
  if (text.trim() === '' || text.includes('\n')) return undefined;
  push(scan, { type: 'code', text });
  return end + 1;
}

function reference(scan: Scan, at: number): number | undefined {
  const char = scan.source[at];
  if (char !== '[' && char !== '@') return undefined;
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(scan.source);
  if (!match || REFERENCE.lastIndex > scan.to) return undefined;
  const end = at + match[0].length;
  const label = unescapeLabel(match[2] ?? '');
  const target = match[3] ?? '';
  const named = TARGET.exec(target);
  const id = named?.[2]?.toLowerCase();
  if (id !== undefined && named?.[1]?.toLowerCase() === 'user' && match[1] === '@') {
    push(scan, { type: 'mention', id, label, start: at, end });
    return end;
  }
  if (match[1] === '@') return undefined;
  if (id !== undefined && named?.[1]?.toLowerCase() === 'document') {
    push(scan, { type: 'document', id, label, start: at, end });
    return end;
  }
  const href = safeHref(target);
  if (href === null) return undefined;
  push(scan, { type: 'link', href, text: label });
  return end;
}

function address(scan: Scan, at: number, from: number): number | undefined {
  const char = scan.source[at];
  if (char !== 'h' && char !== 'H') return undefined;
  if (at > from && WORD.test(scan.source[at - 1] ?? '')) return undefined;
  ADDRESS.lastIndex = at;
  const found = ADDRESS.exec(scan.source)?.[0].slice(0, scan.to - at);
  // A sentence's own punctuation is not part of the address, nor a bracket that was opened before it.
  const text = found
    ?.replace(/[.,;:!?'"*_]+$/, '')
    .replace(/\)+$/, (tail) => (found.includes('(') ? tail : ''));
  const href = text === undefined ? null : safeHref(text);
  if (text === undefined || href === null) return undefined;
  push(scan, { type: 'link', href, text });
  return at + text.length;
}

function emphasis(scan: Scan, at: number, from: number, inside: string): number | undefined {
  const { source, to } = scan;
  const char = source[at];
  if (char !== '*' && char !== '_') return undefined;
  const mark = char === '*' && source[at + 1] === '*' ? '**' : char;
  const kind = mark === '**' ? 'bold' : 'italic';
  const start = at + mark.length;
  const opens = start < to && /\S/.test(source[start] ?? ' ');
  if (inside.includes(kind) || scan.unpaired.has(mark) || !opens) return skip(scan, mark, at);
  // snake_case is a word, not a mark.
  if (char === '_' && at > from && WORD.test(source[at - 1] ?? '')) return skip(scan, mark, at);
  const end = closing(scan, mark, start);
  if (end === -1) {
    scan.unpaired.add(mark);
    return skip(scan, mark, at);
  }
  push(scan, { type: kind, children: parseInline(source, start, end, inside + kind) });
  return end + mark.length;
}

/** The whole delimiter is text: its second half must not start a mark of its own. */
function skip(scan: Scan, mark: string, at: number): number {
  scan.text += mark;
  return at + mark.length;
}

function closing(scan: Scan, mark: string, start: number): number {
  const { source, to } = scan;
  for (let end = source.indexOf(mark, start); end !== -1 && end < to; end = source.indexOf(mark, end + 1)) {
    const before = source[end - 1] ?? ' ';
    const after = source[end + mark.length] ?? ' ';
    const doubled = mark === '*' && (after === '*' || before === '*');
    const inWord = mark === '_' && end + 1 < to && WORD.test(after);
    if (end > start && /\S/.test(before) && before !== '\\' && !doubled && !inWord) return end;
  }
  return -1;
}
