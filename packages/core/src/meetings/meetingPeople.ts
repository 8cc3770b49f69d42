import type { PersonSummary } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import type { Operation } from '../operation';

export interface MeetingPeople {
  /** People, not devices. */
  readonly count: number;
  /** In the order of joining, at most as many as asked. */
  readonly people: PersonSummary[];
}

interface Row {
  readonly meeting_id: string;
  readonly total: number;
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly organisation_role: string;
}

/** Who is inside a running meeting, and who was in a past one. Meetings without anyone are not in the map. */
export async function meetingPeople(
  op: Operation,
  meetingIds: readonly string[],
  limit: number,
): Promise<Map<string, MeetingPeople>> {
  const result = new Map<string, MeetingPeople>();
  if (meetingIds.length === 0) return result;
  const rows = await op.db.$queryRaw<Row[]>`
    SELECT ranked.meeting_id, ranked.total, u.id, u.name, u.hue, u.organisation_role::text AS organisation_role
    FROM (
      SELECT meeting_id, user_id, count(*) OVER (PARTITION BY meeting_id)::int AS total,
             row_number() OVER (PARTITION BY meeting_id ORDER BY joined_at, user_id) AS place
      FROM (
        SELECT p.meeting_id, p.user_id, min(p.joined_at) AS joined_at
        FROM participants p JOIN meetings m ON m.id = p.meeting_id
        WHERE p.meeting_id IN (${Prisma.join(meetingIds.map((id) => Prisma.sql`${id}::uuid`))})
          AND (m.ended_at IS NOT NULL OR p.left_at IS NULL)
        GROUP BY p.meeting_id, p.user_id
      ) AS stays
    ) AS ranked JOIN users u ON u.id = ranked.user_id
    WHERE ranked.place <= ${limit}
    ORDER BY ranked.meeting_id, ranked.place`;
  for (const row of rows) {
    const entry = result.get(row.meeting_id) ?? { count: row.total, people: [] };
    entry.people.push({
      id: row.id,
      name: row.name,
      hue: row.hue,
      guest: row.organisation_role === 'guest',
    });
    result.set(row.meeting_id, entry);
  }
  return result;
}
