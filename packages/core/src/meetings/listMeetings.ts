import type { Meeting, Page, PersonSummary } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import { z } from 'zod';
import { readableSpaceIds } from '../access/spaceRoles';
import type { Operation } from '../operation';
import { decodeCursor, encodeCursor } from '../paging';
import { PERSON, presentPerson } from '../people/presentPerson';
import { meetingPeople } from './meetingPeople';

const FACES = 6;
const LIST = 'meetings';
/** End of the last row (null: it still runs), its id. */
const Key = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

export interface MeetingsInput {
  readonly spaceId?: string | undefined;
  readonly running?: 'true' | 'false' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly room_id: string;
  readonly space_id: string;
  readonly space_name: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly started_by_id: string | null;
}

/**
 * Running meetings of the caller's spaces, latest start first, then past ones by their end. A past meeting nobody
 * entered is left out.
 */
export async function listMeetings(op: Operation, input: MeetingsInput): Promise<Page<Meeting>> {
  const conditions = [
    Prisma.sql`r.space_id IN (${readableSpaceIds(op)})`,
    Prisma.sql`(m.ended_at IS NULL OR EXISTS (SELECT FROM participants p WHERE p.meeting_id = m.id))`,
  ];
  if (input.spaceId) conditions.push(Prisma.sql`r.space_id = ${input.spaceId}::uuid`);
  if (input.running === 'true') conditions.push(Prisma.sql`m.ended_at IS NULL`);
  if (input.running === 'false') conditions.push(Prisma.sql`m.ended_at IS NOT NULL`);
  const key = decodeCursor(LIST, Key, input.cursor);
  if (key) conditions.push(after(key));
  const rows = await op.db.$queryRaw<Row[]>`
    SELECT m.id, m.room_id, r.space_id, s.name AS space_name, m.started_at, m.ended_at, m.started_by_id
    FROM meetings m JOIN rooms r ON r.id = m.room_id JOIN spaces s ON s.id = r.space_id
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY m.ended_at DESC NULLS FIRST, m.id DESC
    LIMIT ${input.limit + 1}`;
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    items: await present(op, shown),
    nextCursor: last ? encodeCursor(LIST, [last.ended_at?.toISOString() ?? null, last.id]) : null,
  };
}

function after([endedAt, id]: z.infer<typeof Key>): Prisma.Sql {
  if (endedAt === null) {
    return Prisma.sql`(m.ended_at IS NOT NULL OR m.id < ${id}::uuid)`;
  }
  const end = new Date(endedAt);
  return Prisma.sql`(m.ended_at < ${end} OR (m.ended_at = ${end} AND m.id < ${id}::uuid))`;
}

async function present(op: Operation, rows: readonly Row[]): Promise<Meeting[]> {
  const [people, starters] = await Promise.all([
    meetingPeople(
      op,
      rows.map((row) => row.id),
      FACES,
    ),
    startersOf(op, rows),
  ]);
  return rows.map((row) => ({
    id: row.id,
    roomId: row.room_id,
    spaceId: row.space_id,
    spaceName: row.space_name,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    startedBy: (row.started_by_id && starters.get(row.started_by_id)) || null,
    participantCount: people.get(row.id)?.count ?? 0,
    participants: people.get(row.id)?.people ?? [],
  }));
}

async function startersOf(op: Operation, rows: readonly Row[]): Promise<Map<string, PersonSummary>> {
  const ids = [...new Set(rows.flatMap((row) => (row.started_by_id ? [row.started_by_id] : [])))];
  if (ids.length === 0) return new Map();
  const users = await op.db.user.findMany({ where: { id: { in: ids } }, select: PERSON });
  return new Map(users.map((user) => [user.id, presentPerson(user)]));
}
