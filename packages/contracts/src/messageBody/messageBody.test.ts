import { describe, expect, it } from '@jest/globals';
import { documentMarkup, mentionMarkup } from './messageMarkup';
import { messageReferences } from './messageReferences';
import { messageText } from './messageText';
import { parseMessageBody } from './parseMessageBody';
import { rewriteReferences } from './rewriteReferences';

const INES = '0192f0c1-2b3c-7d4e-8f50-61728394a5b6';
const PLAN = '0192f0c1-2b3c-7d4e-8f50-61728394a5b7';
const inline = (body: string) => {
  const block = parseMessageBody(body)[0];
  return block?.type === 'paragraph' ? block.children : block;
};

describe('parseMessageBody', () => {
  it('reads marks, and leaves what is not a mark as text', () => {
    expect(inline('a **b _c_** `*d*`')).toEqual([
      { type: 'text', text: 'a ' },
      {
        type: 'bold',
        children: [
          { type: 'text', text: 'b ' },
          { type: 'italic', children: [{ type: 'text', text: 'c' }] },
        ],
      },
      { type: 'text', text: ' ' },
      { type: 'code', text: '*d*' },
    ]);
    for (const plain of [
      '2 * 3 * 4',
      'snake_case_name',
      '**',
      '** a **',
      'a*',
      '`',
      '[x](',
      '@[x](y)',
      '![a](b)',
    ]) {
      expect(messageText(plain)).toBe(plain);
      expect(inline(plain)).toEqual([{ type: 'text', text: plain }]);
    }
  });

  it('keeps italic and bold apart', () => {
    expect(inline('*a **b** c*')).toEqual([
      {
        type: 'italic',
        children: [
          { type: 'text', text: 'a ' },
          { type: 'bold', children: [{ type: 'text', text: 'b' }] },
          { type: 'text', text: ' c' },
        ],
      },
    ]);
  });

  it('reads lists, numbered from where they start, and code blocks without closing fence', () => {
    expect(parseMessageBody('Points:\n- one\n- **two**\n3. three\n4. four\n```ts\n- x\n\ny')).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Points:' }] },
      {
        type: 'list',
        ordered: false,
        first: 1,
        items: [
          [{ type: 'text', text: 'one' }],
          [{ type: 'bold', children: [{ type: 'text', text: 'two' }] }],
        ],
      },
      {
        type: 'list',
        ordered: true,
        first: 3,
        items: [[{ type: 'text', text: 'three' }], [{ type: 'text', text: 'four' }]],
      },
      { type: 'code', text: '- x\n\ny' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    'java\tscript:x',
  ])('CV15 makes no link of %s', (target) => {
    expect(JSON.stringify(parseMessageBody(`[click](${target})`))).not.toContain('"link"');
  });

  it('finds bare addresses and leaves the punctuation of the sentence outside', () => {
    expect(inline('see https://ministry.example/a_(b)_c, (https://x.example/d).')).toEqual([
      { type: 'text', text: 'see ' },
      { type: 'link', href: 'https://ministry.example/a_(b)_c', text: 'https://ministry.example/a_(b)_c' },
      { type: 'text', text: ', (' },
      { type: 'link', href: 'https://x.example/d', text: 'https://x.example/d' },
      { type: 'text', text: ').' },
    ]);
  });

  it('CV15 takes time linear in the length of hostile texts', () => {
    const hostile = ['*', '_', '**a', '`', '[', '@[a](', '*a ', '_a*', '- '].map((s) =>
      s.repeat(8_000 / s.length),
    );
    const started = performance.now();
    for (const body of hostile) parseMessageBody(body);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('references', () => {
  it('round-trips names and titles with marks in them', () => {
    const body = `${mentionMarkup(INES, 'Ines [DG] *Moreau*')} see ${documentMarkup(PLAN, 'a_b [v2] \\ `c`')}`;
    expect(messageReferences(body).map(({ type, id, label }) => ({ type, id, label }))).toEqual([
      { type: 'mention', id: INES, label: 'Ines [DG] *Moreau*' },
      { type: 'document', id: PLAN, label: 'a_b [v2] \\ `c`' },
    ]);
  });

  it('names nobody from inside code', () => {
    const mention = mentionMarkup(INES, 'Ines');
    expect(messageReferences(`\`${mention}\`\n\`\`\`\n${mention}\n\`\`\``)).toEqual([]);
    expect(messageReferences(`- **${mention}**`)).toHaveLength(1);
  });

  it('rewrites references where they stand', () => {
    const mention = mentionMarkup(INES, 'Ines');
    const body = `- a ${mention}\n\n**${mention}** \`${mention}\``;
    expect(rewriteReferences(body, () => '@X')).toBe(`- a @X\n\n**@X** \`${mention}\``);
    expect(rewriteReferences(body, () => undefined)).toBe(body);
  });

  it('tells the words without the titles of documents', () => {
    const body = `**Hello** ${mentionMarkup(INES, 'Ines')}\n${documentMarkup(PLAN, 'Secret plan')}\n- one\n- two`;
    expect(messageText(body)).toBe('Hello @Ines one two');
    expect(messageText(body, { documents: true })).toBe('Hello @Ines Secret plan one two');
  });
});
