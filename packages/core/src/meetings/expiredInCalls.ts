import { type Db, Prisma, readRows } from '@hemicycle/db';

/**
 * People inside running meetings of whom something ended by itself in a span of time (`since` excluded, `until`
 * included): a grant of theirs or of a group they are in, a link they came by, a session. No event tells of that.
 */
export async function expiredInCalls(db: Db, since: Date, until: Date): Promise<string[]> {
  const ended = (alias: string): Prisma.Sql => {
    const end = Prisma.raw(`${alias}.expires_at`);
    return Prisma.sql`(${end} > ${since} AND ${end} <= ${until})`;
  };
  const rows = await readRows<{ id: string }>(
    db,
    Prisma.sql`
    SELECT DISTINCT e.user_id AS id FROM (
      SELECT g.user_id FROM grants g WHERE ${ended('g')} AND g.user_id IS NOT NULL
      UNION ALL
      SELECT b.user_id FROM grants g CROSS JOIN LATERAL people_below(g.group_id) b
        WHERE ${ended('g')} AND g.group_id IS NOT NULL
      UNION ALL
      SELECT o.user_id FROM links l JOIN link_openings o ON o.link_id = l.id WHERE ${ended('l')}
      UNION ALL
      SELECT s.user_id FROM sessions s WHERE ${ended('s')} AND s.ended_at IS NULL
    ) e JOIN participants p ON p.user_id = e.user_id AND p.left_at IS NULL`,
  );
  return rows.map(({ id }) => id);
}
