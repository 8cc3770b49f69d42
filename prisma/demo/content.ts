/** A document's content in Tiptap's JSON. */
export interface Content {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Content[];
  text?: string;
  marks?: { type: string }[];
}

const words = (text: string): Content[] =>
  text
    .split(/(\*\*[^*]+\*\*)/)
    .filter(Boolean)
    .map((part) =>
      part.startsWith('**')
        ? { type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] }
        : { type: 'text', text: part },
    );

export const doc = (...content: Content[]): Content => ({ type: 'doc', content });
export const heading = (level: number, text: string): Content => ({
  type: 'heading',
  attrs: { level },
  content: words(text),
});
/** A paragraph; `**words**` are bold. */
export const paragraph = (text: string): Content => ({ type: 'paragraph', content: words(text) });
export const quote = (text: string): Content => ({ type: 'blockquote', content: [paragraph(text)] });

export const bullets = (...items: string[]): Content => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});

/** Tasks; one that starts with `x ` is done. */
export const tasks = (...items: string[]): Content => ({
  type: 'taskList',
  content: items.map((item) => ({
    type: 'taskItem',
    attrs: { checked: item.startsWith('x ') },
    content: [paragraph(item.replace(/^x /, ''))],
  })),
});

/** A table whose first row is its head. */
export const table = (...rows: string[][]): Content => ({
  type: 'table',
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [paragraph(cell)],
    })),
  })),
});
