import type { MessageBlock, MessageInline } from './messageNodes';
import { parseInline } from './parseInline';

const BULLET = /^ {0,3}[-*+•] +(?=\S)/;
const NUMBER = /^ {0,3}(\d{1,4})[.)] +(?=\S)/;
const FENCE = /^ {0,3}```[\w+-]*\s*$/;

interface Line {
  readonly text: string;
  /** Offsets in the source, the newline left out. */
  readonly start: number;
  readonly end: number;
}

/**
 * The blocks of a message's text: paragraphs, code blocks, bullet and numbered lists. Whatever is not one of the marks
 * stays text, so every input has a tree and none is lost. Takes time linear in the length.
 */
export function parseMessageBody(source: string): MessageBlock[] {
  const lines = linesOf(source);
  const blocks: MessageBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') {
      at += 1;
      continue;
    }
    const taken = codeBlock(lines, at) ?? list(source, lines, at) ?? paragraph(source, lines, at);
    blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
}

interface Taken {
  readonly block: MessageBlock;
  readonly next: number;
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start, end: start + text.replace(/\r$/, '').length });
    start += text.length + 1;
  }
  return lines;
}

/** Runs to the closing fence, or to the end when there is none: half a code block is still code. */
function codeBlock(lines: readonly Line[], at: number): Taken | undefined {
  if (!FENCE.test(lines[at]?.text ?? '')) return undefined;
  let end = at + 1;
  while (end < lines.length && !/^ {0,3}```\s*$/.test(lines[end]?.text ?? '')) end += 1;
  const text = lines
    .slice(at + 1, end)
    .map((line) => line.text)
    .join('\n');
  return { block: { type: 'code', text }, next: end + 1 };
}

function list(source: string, lines: readonly Line[], at: number): Taken | undefined {
  const first = lines[at]?.text ?? '';
  const pattern = BULLET.test(first) ? BULLET : NUMBER.test(first) ? NUMBER : undefined;
  if (!pattern) return undefined;
  const items: MessageInline[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const marker = line && pattern.exec(line.text);
    if (!line || !marker) break;
    items.push(parseInline(source, line.start + marker[0].length, line.end));
  }
  const number = NUMBER.exec(first)?.[1];
  return {
    block: {
      type: 'list',
      ordered: pattern === NUMBER,
      first: number === undefined ? 1 : Number(number),
      items,
    },
    next: end,
  };
}

function paragraph(source: string, lines: readonly Line[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines[end]?.text ?? '')) end += 1;
  const from = lines[at]?.start ?? 0;
  const to = lines[end - 1]?.end ?? from;
  return { block: { type: 'paragraph', children: parseInline(source, from, to) }, next: end };
}

function endsParagraph(text: string): boolean {
  return text.trim() === '' || FENCE.test(text) || BULLET.test(text) || NUMBER.test(text);
}
