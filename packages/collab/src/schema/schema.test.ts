import { describe, expect, it } from '@jest/globals';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { CONTENT_FRAGMENT } from './contentFragment';
import { contentUpdate } from './contentUpdate';
import { documentSchema } from './documentSchema';
import { extractText } from './extractText';
import { imagePath } from './imagePath';
import { safeLink } from './safeLink';

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const src = `/api/v1/documents/${crypto.randomUUID()}/images/${crypto.randomUUID()}`;

const content = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [text('Plan des digues')] },
    paragraph(text('Written by '), {
      type: 'mention',
      attrs: { id: crypto.randomUUID(), label: 'Ines Moreau' },
    }),
    paragraph(text('one'), { type: 'hardBreak' }, text('two', 'bold', 'underline')),
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: true },
          content: [
            paragraph(text('outer')),
            {
              type: 'bulletList',
              content: [{ type: 'listItem', content: [paragraph(text('inner'))] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph(text('Section'))] },
            { type: 'tableHeader', content: [paragraph(text('Level')), paragraph(text('today'))] },
          ],
        },
      ],
    },
    { type: 'image', attrs: { src, alt: 'The western dyke', width: 320 } },
    { type: 'codeBlock', content: [text('let x = 1;')] },
    { type: 'horizontalRule' },
    { type: 'blockquote', content: [paragraph(text('quoted'))] },
  ],
};

function open(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

describe('document schema', () => {
  it('keeps every kind of node on the way through Yjs', () => {
    const doc = open(contentUpdate(content));
    const back = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(CONTENT_FRAGMENT)) as {
      content: { type: string; attrs?: object }[];
    };
    expect(back.content.map(({ type }) => type)).toEqual(content.content.map(({ type }) => type));
    expect(JSON.stringify(back)).toContain('"underline"');
    expect(back.content[5]?.attrs).toMatchObject({ src, alt: 'The western dyke', width: 320 });
  });

  it('refuses content outside the schema', () => {
    expect(() => contentUpdate({ type: 'doc', content: [{ type: 'iframe' }] })).toThrow(RangeError);
    expect(() =>
      contentUpdate({ type: 'doc', content: [{ type: 'paragraph', content: [paragraph()] }] }),
    ).toThrow(RangeError);
  });
});

describe('links', () => {
  it('are drawn with a safe address or none', () => {
    const type = documentSchema().marks.link;
    const drawn = (href: string): string | undefined => {
      const spec = type?.spec.toDOM?.(type.create({ href }), true);
      return (spec as unknown as [string, { href?: string }] | undefined)?.[1]?.href;
    };
    expect(drawn('https://example.org')).toBe('https://example.org');
    for (const href of ['javascript:alert(1)', 'example.org', 'data:text/html,x']) {
      expect(drawn(href)).toBeUndefined();
    }
  });
});

describe('extractText', () => {
  it('gives a line for each block, tabs between cells, and the words of mentions and pictures', () => {
    expect(extractText(open(contentUpdate(content)))).toBe(
      [
        'Plan des digues',
        'Written by @Ines Moreau',
        'one',
        'two',
        'outer',
        'inner',
        'Section\tLevel today',
        'The western dyke',
        'let x = 1;',
        'quoted',
      ].join('\n'),
    );
  });

  it('is empty for an empty document and bounded for a hostile one', () => {
    expect(extractText(new Y.Doc())).toBe('');
    const deep = new Y.Doc();
    let parent: Y.XmlFragment = deep.getXmlFragment(CONTENT_FRAGMENT);
    for (let level = 0; level < 500; level += 1) {
      const child = new Y.XmlElement('blockquote');
      parent.insert(0, [child]);
      parent = child;
    }
    expect(extractText(deep)).toBe('');
    const long = new Y.Doc();
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText('x'.repeat(1_000_000))]);
    long.getXmlFragment(CONTENT_FRAGMENT).insert(0, [block]);
    expect(extractText(long)).toHaveLength(200_000);
  });
});

describe('safeLink', () => {
  it.each(['https://example.org/a?b#c', 'http://intranet', 'mailto:a@b.eu', 'tel:+33123', '/documents/1'])(
    'allows %s',
    (href) => expect(safeLink(href)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    'example.org',
    '',
  ])('refuses %j', (href) => expect(safeLink(href)).toBe(false));
});

describe('imagePath', () => {
  it('knows our own images only', () => {
    expect(imagePath(src)).not.toBeNull();
    for (const other of [
      `https://evil.example${src}`,
      `${src}?x`,
      `/${src}`,
      'data:image/png;base64,AA',
      null,
    ]) {
      expect(imagePath(other)).toBeNull();
    }
  });
});
