import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { answerWriter } from './answerWriter';

const Author = z.object({ id: z.uuid(), name: z.string(), hue: z.int().min(0).max(359) });
const Note = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string() }),
  z.object({ kind: z.literal('call'), participants: z.array(Author) }),
]);
const Answer = z.object({
  items: z.array(
    z.object({
      author: Author.nullable(),
      role: z.enum(['owner', 'reader']),
      since: z.iso.datetime(),
      edited: z.iso.datetime().optional(),
      note: Note,
      counts: z.record(z.string(), z.int()),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const author = { id: '01a21d05-b39b-7dd3-9460-ad931ae6ca4e', name: 'Inès "la" Moreau\u2028', hue: 12 };
const item = {
  author,
  role: 'owner',
  since: '2026-11-27T07:31:24.120Z',
  note: { kind: 'call', participants: [author] },
  counts: { seen: 3 },
};
const answer = {
  items: [item, { ...item, author: null, note: { kind: 'text', body: '' } }],
  nextCursor: null,
};

describe('An answer as JSON', () => {
  it('says what the contract declares', () => {
    expect(JSON.parse(answerWriter({ response: Answer })(answer))).toEqual(answer);
  });

  it('says nothing else, at any depth', () => {
    const secret = { passwordHash: 'never' };
    const full = {
      ...answer,
      ...secret,
      items: [
        {
          ...item,
          ...secret,
          author: { ...author, ...secret },
          note: { kind: 'call', ...secret, participants: [{ ...author, ...secret }] },
        },
      ],
    };
    expect(JSON.parse(answerWriter({ response: Answer })(full))).toEqual({ items: [item], nextCursor: null });
  });

  it.each([
    ['a field is missing', { items: [] }],
    ['a field is of another type', { ...answer, nextCursor: 1 }],
    ['an id is none', { ...answer, items: [{ ...item, author: { ...author, id: 'ines' } }] }],
    ['a number is out of bounds', { ...answer, items: [{ ...item, author: { ...author, hue: 360 } }] }],
    ['a moment is a Date', { ...answer, items: [{ ...item, since: new Date(item.since) }] }],
    ['a role is unknown', { ...answer, items: [{ ...item, role: 'king' }] }],
    ['there is none', undefined],
  ])('is refused when %s', (_, wrong) => {
    const write = answerWriter({ response: Answer });
    expect(() => write(wrong)).toThrow(z.ZodError);
    expect(write(answer)).toContain('Moreau');
  });
});
