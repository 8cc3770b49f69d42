import { type LabelMark, LIMITS, type Role } from '@hemicycle/contracts';
import { type Db, Prisma, readRows } from '@hemicycle/db';
import { holdings, PERSON_OF_TABLE, peopleTable } from './holdings';
import { admitted, LABEL_MARK, strictestOf } from './labelTerms';

/** Somebody who wants something of a document. */
export interface DocumentClaim {
  readonly userId: string;
  readonly documentId: string;
}

/** What decides about it, and what those who may read it want to know. */
export interface DocumentStanding {
  readonly spaceId: string;
  readonly epoch: number;
  readonly trashed: boolean;
  readonly title: string;
  readonly editedAt: Date;
  /** The strongest role held on the document, the documents above it or its space; null where labels keep them out. */
  readonly role: Role | null;
  /** The strictest label of those. */
  readonly label: LabelMark | null;
  readonly exportable: boolean;
}

/**
 * SQL (tables of a WITH RECURSIVE) from a table `claim` (user_id, document_id) to `held` (user_id, document_id, role):
 * what each person holds on the document and on everything above it. Each resource is looked up once for each person,
 * however many of the documents lie below it, and always by index: a lateral aggregate is not made into a join over
 * all grants.
 */
function heldOnDocuments(now: Date): Prisma.Sql {
  return Prisma.sql`
    person AS MATERIALIZED (${peopleTable(Prisma.sql`SELECT user_id FROM claim`)}),
    line AS (
      SELECT d.id AS document_id, d.id, d.parent_id, d.space_id, d.label_id, 1 AS depth
      FROM documents d WHERE d.id IN (SELECT document_id FROM claim)
      UNION ALL
      SELECT line.document_id, d.id, d.parent_id, d.space_id, d.label_id, line.depth + 1
      FROM documents d JOIN line ON d.id = line.parent_id WHERE line.depth <= ${LIMITS.documentDepth}
    ),
    node AS (
      SELECT document_id, 'document'::"GrantResource" AS type, id FROM line
      UNION ALL SELECT document_id, 'space', space_id FROM line WHERE depth = 1
    ),
    asked AS (SELECT DISTINCT c.user_id, n.type, n.id FROM claim c JOIN node n ON n.document_id = c.document_id),
    held AS MATERIALIZED (
      SELECT a.user_id, a.type, a.id, own.role FROM asked a JOIN person p ON p.id = a.user_id
      CROSS JOIN LATERAL (
        SELECT max(h.role) AS role FROM ${holdings(PERSON_OF_TABLE, now)} h
        WHERE h.resource_type = a.type AND h.resource_id = a.id
      ) own WHERE own.role IS NOT NULL
    )`;
}

/** SQL query (document_id, label_id) of what the documents of `heldOnDocuments` and what is above them carry. */
const CARRIED = Prisma.sql`SELECT line.document_id, line.label_id FROM line WHERE line.label_id IS NOT NULL
  UNION ALL SELECT line.document_id, s.label_id FROM line JOIN spaces s ON s.id = line.space_id WHERE line.depth = 1`;

/** The standing of each claim, in order; null where there is no such document. One query for all of them. */
export async function documentStandings(
  db: Db,
  claims: readonly DocumentClaim[],
  now: Date,
): Promise<(DocumentStanding | null)[]> {
  if (claims.length === 0) return [];
  const users = claims.map(({ userId }) => userId);
  const documents = claims.map(({ documentId }) => documentId);
  const rows = await readRows<DocumentStanding & { place: number }>(
    db,
    Prisma.sql`
    WITH RECURSIVE claim AS (
      SELECT * FROM unnest(${users}::uuid[], ${documents}::uuid[]) WITH ORDINALITY AS c(user_id, document_id, place)
    ), ${heldOnDocuments(now)},
    bound AS (${strictestOf(CARRIED)}),
    answer AS (
      SELECT c.place, max(h.role) AS role FROM claim c JOIN node n ON n.document_id = c.document_id
      JOIN held h ON h.user_id = c.user_id AND h.type = n.type AND h.id = n.id GROUP BY c.place
    )
    SELECT c.place::int AS place, d.space_id AS "spaceId", d.epoch, d.trashed_at IS NOT NULL AS trashed, d.title,
      d.edited_at AS "editedAt",
      CASE WHEN bound.id IS NULL OR ${admitted(PERSON_OF_TABLE, Prisma.sql`s.organisation_id`, 'bound')}
        THEN answer.role::text END AS role,
      coalesce(bound.exports, true) AS exportable, ${LABEL_MARK} AS label
    FROM claim c JOIN documents d ON d.id = c.document_id JOIN spaces s ON s.id = d.space_id
    LEFT JOIN answer ON answer.place = c.place LEFT JOIN person p ON p.id = c.user_id
    LEFT JOIN bound ON bound.id = d.id LEFT JOIN labels l ON l.id = bound.label_id`,
  );
  const byPlace = new Map(rows.map(({ place, ...standing }) => [place, standing]));
  return claims.map((_, index) => byPlace.get(index + 1) ?? null);
}
