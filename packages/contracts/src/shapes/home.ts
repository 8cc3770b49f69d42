import { z } from 'zod';
import { LIMITS } from '../limits';
import { Id, PersonSummary, Time } from './common';
import { DocumentSummary } from './documents';
import { Person } from './people';
import { SpaceSummary } from './spaces';

/** A message that names the caller and was not read yet. */
export const Mention = z.object({
  messageId: Id,
  channelId: Id,
  spaceId: Id,
  spaceName: z.string(),
  seq: z.int(),
  author: PersonSummary,
  excerpt: z.string(),
  createdAt: Time,
});
export type Mention = z.infer<typeof Mention>;

/** Where must I be, who waits for me, what was I writing: each list is bounded (spaces 20, others 6). */
export const Home = z.object({
  spaces: z.array(SpaceSummary),
  mentions: z.array(Mention),
  documents: z.array(DocumentSummary),
});
export type Home = z.infer<typeof Home>;

export const SearchQuery = z.object({ q: z.string().trim().min(1).max(LIMITS.searchLength) });

export const MessageHit = z.object({
  messageId: Id,
  channelId: Id,
  spaceId: Id,
  spaceName: z.string(),
  seq: z.int(),
  author: PersonSummary,
  excerpt: z.string(),
  createdAt: Time,
});

/** At most 8 of each, best first; only what the caller may read. */
export const SearchResult = z.object({
  people: z.array(Person),
  spaces: z.array(SpaceSummary.pick({ id: true, name: true, purpose: true })),
  documents: z.array(DocumentSummary),
  messages: z.array(MessageHit),
});
export type SearchResult = z.infer<typeof SearchResult>;
