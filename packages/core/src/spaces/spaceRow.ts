import type { LabelMark, Role, SpaceSummary } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { holders, spaceNode } from '../access/holders';
import { callerSql } from '../access/holdings';
import { LABEL_MARK } from '../access/labelTerms';
import { heldSpaces } from '../access/spaceRoles';
import { unreadCounts } from '../conversation';
import { callSummaries } from '../meetings';
import type { Operation } from '../operation';

export interface SpaceRow {
  id: string;
  name: string;
  purpose: string;
  organisationId: string;
  roomId: string;
  channelId: string;
  role: Role;
  label: LabelMark | null;
  memberCount: number;
  lastActivityAt: Date;
}

/** The caller's spaces that fulfil `filter` (SQL over `spaces s`), last active first. One query. */
export async function readSpaceRows(op: Operation, filter: Prisma.Sql, limit: number): Promise<SpaceRow[]> {
  return readRows<SpaceRow>(
    op.db,
    Prisma.sql`
    SELECT s.id, s.name, s.purpose, s.organisation_id AS "organisationId", r.id AS "roomId", c.id AS "channelId",
      held.role::text AS role, ${LABEL_MARK} AS label, s.last_activity_at AS "lastActivityAt",
      (SELECT count(DISTINCT m.user_id)::int FROM ${holders(spaceNode(Prisma.sql`s.id`), op.now)} m) AS "memberCount"
    FROM (${heldSpaces(callerSql(op), op.now)}) held
    JOIN spaces s ON s.id = held.space_id LEFT JOIN labels l ON l.id = s.label_id
    JOIN rooms r ON r.space_id = s.id
    JOIN channels c ON c.space_id = s.id
    WHERE TRUE ${filter}
    ORDER BY s.last_activity_at DESC, s.id DESC LIMIT ${limit}`,
  );
}

/** Summaries of spaces the caller may read: what is unread and who is in a call, in a query each for all of them. */
export async function presentSpaces(op: Operation, rows: readonly SpaceRow[]): Promise<SpaceSummary[]> {
  const [unread, calls] = await Promise.all([
    unreadCounts(
      op,
      rows.map((row) => row.channelId),
    ),
    callSummaries(
      op,
      rows.map((row) => row.roomId),
    ),
  ]);
  return rows.map(({ organisationId: _, ...row }) => ({
    ...row,
    unreadCount: unread.get(row.channelId)?.unreadCount ?? 0,
    mentionCount: unread.get(row.channelId)?.mentionCount ?? 0,
    call: calls.get(row.roomId) ?? null,
    lastActivityAt: row.lastActivityAt.toISOString(),
  }));
}
