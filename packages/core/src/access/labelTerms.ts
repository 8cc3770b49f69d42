import type { LabelKey, LabelMark, LabelRules, LabelTone } from '@hemicycle/contracts';
import { Prisma } from '@hemicycle/db';
import type { PersonSql } from './PersonSql';

/** A label as the columns of `LABEL_COLUMNS` bring it. */
export interface LabelRow extends LabelRules {
  id: string;
  key: LabelKey | null;
  name: string | null;
  tone: LabelTone;
  rank: number;
  isDefault: boolean;
}

/** Columns of a label in scope as `l`. */
export const LABEL_COLUMNS = Prisma.sql`l.id, l.key::text AS key, l.name, l.tone::text AS tone, l.rank, l.link_reach::text AS "linkReach", l.guests,
  l.others, l.exports, l.is_default AS "isDefault"`;

/** SQL expression: a label in scope as `l`, as it is shown; null when there is none. */
export const LABEL_MARK = Prisma.sql`CASE WHEN l.id IS NOT NULL THEN
  jsonb_build_object('id', l.id, 'key', l.key, 'name', l.name, 'tone', l.tone, 'isDefault', l.is_default) END`;

export function markOf({ id, key, name, tone, isDefault }: LabelMark): LabelMark {
  return { id, key, name, tone, isDefault };
}

/**
 * SQL condition, `admits` of policies: what `bounds` (an alias with the columns guests and others) says lets the person be in
 * what is of the organisation.
 */
export function admitted(
  person: Pick<PersonSql, 'organisationId' | 'inside'>,
  organisationId: Prisma.Sql,
  bounds: string,
): Prisma.Sql {
  const guests = Prisma.raw(`${bounds}.guests`);
  const others = Prisma.raw(`${bounds}.others`);
  return Prisma.sql`((${person.inside} OR ${guests}) AND (${person.organisationId} = ${organisationId} OR ${others}))`;
}

/**
 * SQL condition: the label of the space lets the person in. A scalar subquery, which the planner cannot turn into a join
 * over all spaces: each is looked up by its key.
 */
export function admittedToSpace(
  person: Pick<PersonSql, 'organisationId' | 'inside'>,
  spaceId: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`(SELECT ${admitted(person, Prisma.sql`labelled.organisation_id`, 'bounds')}
    FROM spaces labelled LEFT JOIN labels l ON l.id = labelled.label_id
    CROSS JOIN LATERAL (SELECT coalesce(l.guests, true) AS guests, coalesce(l.others, true) AS others) bounds
    WHERE labelled.id = ${spaceId})`;
}

/**
 * SQL query (id, guests, others, exports, label_id) of what several labels permit together, the least of each, and of the
 * strictest of them. `carried` is a query (id, label_id) of what carries which; what carries none is left out.
 */
export function strictestOf(carried: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT carried.id, bool_and(l.guests) AS guests, bool_and(l.others) AS others,
      bool_and(l.exports) AS exports, (array_agg(l.id ORDER BY l.rank DESC))[1] AS label_id
    FROM (${carried}) carried(id, label_id) JOIN labels l ON l.id = carried.label_id GROUP BY carried.id`;
}
