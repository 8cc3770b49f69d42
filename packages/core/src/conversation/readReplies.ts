import type { PersonSummary } from '@hemicycle/contracts';
import type { Operation } from '../operation';
import { presentPerson } from '../people/presentPerson';
import type { MessageRow } from './messageRow';

export interface ThreadSummary {
  count: number;
  lastAt: Date | null;
  lastSeq: number;
  people: PersonSummary[];
}

/** People named beside a thread. */
const PEOPLE = 3;

/** What is told of the threads under these messages: deleted replies do not count. At most two queries. */
export async function readReplies(op: Operation, rootIds: string[]): Promise<Map<string, ThreadSummary>> {
  const rows = await op.db.$queryRaw<(Omit<ThreadSummary, 'people'> & { parentId: string })[]>`
    SELECT parent_id AS "parentId", count(*) FILTER (WHERE deleted_at IS NULL)::int AS count,
           max(created_at) FILTER (WHERE deleted_at IS NULL) AS "lastAt", max(seq) AS "lastSeq"
    FROM messages WHERE parent_id = ANY(${rootIds}::uuid[]) GROUP BY parent_id`;
  const threads = new Map(
    rows.map(({ parentId, ...row }) => [parentId, { ...row, people: [] as PersonSummary[] }]),
  );
  if (threads.size === 0) return threads;
  const people = await op.db.$queryRaw<(MessageRow['author'] & { parentId: string })[]>`
    SELECT p.id AS "parentId", u.id, u.name, u.hue, u.organisation_role AS "organisationRole"
    FROM unnest(${[...threads.keys()]}::uuid[]) AS p(id)
    CROSS JOIN LATERAL (
      SELECT author_id, max(seq) AS seq FROM messages
      WHERE parent_id = p.id AND deleted_at IS NULL
      GROUP BY author_id ORDER BY max(seq) DESC LIMIT ${PEOPLE}
    ) last
    JOIN users u ON u.id = last.author_id
    ORDER BY last.seq DESC`;
  for (const { parentId, ...person } of people) threads.get(parentId)?.people.push(presentPerson(person));
  return threads;
}
