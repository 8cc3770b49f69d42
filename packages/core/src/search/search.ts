import type { SearchResult } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { grantedDocumentIds, readableSpaceIds } from '../access/spaceRoles';
import { messageExcerpt } from '../conversation';
import { presentSummaries, SUMMARY_COLUMNS, SUMMARY_JOINS, type SummaryRow } from '../documents';
import { accountOf, type Operation } from '../operation';
import {
  foundPeople,
  knownPeople,
  type PersonRow,
  personColumns,
  presentDirectoryPerson,
} from '../people/personRow';
import { presentPerson, type PersonRow as SummaryPerson } from '../people/presentPerson';
import { prefixQuery } from './prefixQuery';

/** Of each kind: what one takes in at a glance. */
const HITS = 8;

type Match = (column: 'u' | 's' | 'd' | 'm') => Prisma.Sql;

/** People, spaces, documents and messages the caller may read; one query for each kind, all from the indexes. */
export async function search(op: Operation, { q }: { q: string }): Promise<SearchResult> {
  accountOf(op);
  const query = prefixQuery(q);
  if (query === null) return { people: [], spaces: [], documents: [], messages: [] };
  const tsquery = Prisma.sql`to_tsquery('simple', ${query})`;
  const vector = (table: string): Prisma.Sql => Prisma.raw(`to_tsvector('simple', ${table}.search_text)`);
  const match: Match = (table) => Prisma.sql`${vector(table)} @@ ${tsquery}`;
  const rank: Match = (table) => Prisma.sql`ts_rank(${vector(table)}, ${tsquery}) DESC`;
  const [people, spaces, documents, messages] = await Promise.all([
    findPeople(op, prefixQuery(q, 'every') ?? query),
    findSpaces(op, match, rank),
    findDocuments(op, match, rank),
    findMessages(op, match),
  ]);
  return { people, spaces, documents, messages };
}

async function findPeople(op: Operation, query: string): Promise<SearchResult['people']> {
  const rows = await op.db.$queryRaw<PersonRow[]>`
    SELECT ${personColumns(op)} FROM users u
    WHERE ${foundPeople(op, query)} AND ${await knownPeople(op)} AND u.disabled_at IS NULL
    ORDER BY u.sort_name, u.id LIMIT ${HITS}`;
  return rows.map((row) => presentDirectoryPerson(op, row));
}

async function findSpaces(op: Operation, match: Match, rank: Match): Promise<SearchResult['spaces']> {
  return op.db.$queryRaw<SearchResult['spaces']>`
    SELECT s.id, s.name, s.purpose FROM spaces s
    WHERE ${match('s')} AND s.id IN (${readableSpaceIds(op)})
    ORDER BY ${rank('s')}, s.last_activity_at DESC LIMIT ${HITS}`;
}

async function findDocuments(op: Operation, match: Match, rank: Match): Promise<SearchResult['documents']> {
  const rows = await op.db.$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY_COLUMNS} FROM documents d ${SUMMARY_JOINS}
    WHERE ${match('d')} AND d.trashed_at IS NULL
      AND (d.space_id IN (${readableSpaceIds(op)}) OR d.id IN (${grantedDocumentIds(op)}))
    ORDER BY ${rank('d')}, d.edited_at DESC LIMIT ${HITS}`;
  return presentSummaries(op, rows);
}

interface MessageRow extends SummaryPerson {
  messageId: string;
  channelId: string;
  spaceId: string;
  spaceName: string;
  seq: number;
  body: string;
  createdAt: Date;
}

/** Of messages the newest are the best. */
async function findMessages(op: Operation, match: Match): Promise<SearchResult['messages']> {
  const rows = await op.db.$queryRaw<MessageRow[]>`
    SELECT m.id AS "messageId", m.channel_id AS "channelId", s.id AS "spaceId", s.name AS "spaceName", m.seq, m.body,
      m.created_at AS "createdAt", u.id, u.name, u.hue, u.organisation_role::text AS "organisationRole"
    FROM messages m
    JOIN channels c ON c.id = m.channel_id JOIN spaces s ON s.id = c.space_id JOIN users u ON u.id = m.author_id
    WHERE ${match('m')} AND m.deleted_at IS NULL AND c.space_id IN (${readableSpaceIds(op)})
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${HITS}`;
  return rows.map((row) => ({
    messageId: row.messageId,
    channelId: row.channelId,
    spaceId: row.spaceId,
    spaceName: row.spaceName,
    seq: row.seq,
    author: presentPerson(row),
    excerpt: messageExcerpt(row.body),
    createdAt: row.createdAt.toISOString(),
  }));
}
