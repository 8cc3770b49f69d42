import { type AccessChange, type AccessPreview, LIMITS, type Role, roleAtLeast } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { holders } from '../access/holders';
import { type BelowLabel, compareBelow, readBelowLabel } from '../labels/previewLabel';
import { changeLabel } from '../labels/setLabel';
import { inTransaction, type Operation } from '../operation';
import { PERSON, presentPerson } from '../people/presentPerson';
import { REASON, type Reason, reasonWords } from './accessReasons';
import { changeGrant } from './changeGrant';
import { grantAccess } from './grantAccess';
import { type LoadedSharing, loadSharing, nodesOf, type ResourceKey } from './loadSharing';
import { removeLink } from './removeLink';
import { revokeAll } from './revokeAll';
import { revokeGrant } from './revokeGrant';
import { setLink } from './setLink';
import { setSharingPolicy } from './setSharingPolicy';
import { transferOwnership } from './transferOwnership';

/** As many as one looks through in a dialog. */
const SHOWN = 50;

/** What somebody has: their role, the strongest way they have it by, and a digest of all the ways. */
interface Held {
  userId: string;
  role: Role;
  by: Reason;
  ways: string;
}
type Holders = ReadonlyMap<string, Held>;

/** Carries the answer out of the transaction it undoes. */
class Undone extends Error {
  readonly sharing: LoadedSharing;
  readonly before: Holders;
  readonly after: Holders;
  /** Before and after, of a change of label. */
  readonly below: readonly [BelowLabel, BelowLabel] | null;

  constructor(sharing: LoadedSharing, before: Holders, after: Holders, below: Undone['below']) {
    super('a preview is undone');
    this.sharing = sharing;
    this.before = before;
    this.after = after;
    this.below = below;
  }
}

/**
 * Who would gain and who would lose on a resource by a change, and who of those it concerns would not, and why: the
 * change itself is made, looked at and undone, so that the answer, and every refusal, is that of the change.
 * @throws DomainError whatever the change would
 */
export async function previewChange(
  op: Operation,
  input: ResourceKey & AccessChange,
): Promise<AccessPreview> {
  const { resourceType, resourceId } = input;
  const key = { resourceType, resourceId };
  const undone = await inTransaction(op, async (op) => {
    const sharing = await loadSharing(op, key, 'read', { lock: true });
    const before = await holdersOf(op, key);
    const below = input.change === 'label' ? await readBelowLabel(op, key) : null;
    await make(op, key, input);
    const after = await holdersOf(op, key);
    throw new Undone(sharing, before, after, below && [below, await readBelowLabel(op, key)]);
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error;
    throw error;
  });
  return present(op, undone);
}

async function make(op: Operation, key: ResourceKey, input: AccessChange): Promise<unknown> {
  switch (input.change) {
    case 'grant':
      return grantAccess(op, { ...key, ...input });
    case 'change':
      return changeGrant(op, { ...key, ...input });
    case 'revoke':
      return revokeGrant(op, { ...key, grantId: input.grantId });
    case 'revokeAll':
      return revokeAll(op, key);
    case 'transfer':
      return transferOwnership(op, { spaceId: key.resourceId, userId: input.userId });
    case 'link':
      return setLink(op, { ...key, ...input });
    case 'unlink':
      return removeLink(op, key);
    case 'policy':
      return setSharingPolicy(op, { ...key, ...input });
    case 'label':
      // Looking changes nothing, and takes no proof.
      return changeLabel(op, { ...key, ...input }, async () => {});
  }
}

async function holdersOf(op: Operation, key: ResourceKey): Promise<Holders> {
  const rows = await readRows<Held>(
    op.db,
    Prisma.sql`
    SELECT h.user_id AS "userId", max(h.role)::text AS role,
      (array_agg(${REASON} ORDER BY h.role DESC, h.expires_at DESC NULLS FIRST))[1] AS by,
      md5(string_agg(concat_ws('/', h.role, h.expires_at, h.grant_id, h.group_id, h.link_id), ','
        ORDER BY h.role, h.expires_at, h.grant_id, h.group_id, h.link_id)) AS ways
    FROM ${holders(nodesOf(key), op.now)} h JOIN users u ON u.id = h.user_id AND u.disabled_at IS NULL
    GROUP BY h.user_id ORDER BY h.user_id LIMIT ${LIMITS.previewPeople + 1}`,
  );
  return new Map(rows.map((row) => [row.userId, row]));
}

interface Change {
  userId: string;
  before: Role | null;
  after: Role | null;
}

async function present(op: Operation, { sharing, before, after, below }: Undone): Promise<AccessPreview> {
  const { gains, losses, keeps } = compare(before, after);
  const kept = keeps.slice(0, SHOWN);
  const shown = [...gains.slice(0, SHOWN), ...losses.slice(0, SHOWN), ...kept].map(({ userId }) => userId);
  const rows = await op.db.user.findMany({ where: { id: { in: shown } }, select: PERSON });
  const people = new Map(rows.map((row) => [row.id, presentPerson(row)]));
  const words = await reasonWords(
    op,
    sharing,
    kept.map(({ by }) => by),
  );
  const told = (list: readonly Change[]): AccessPreview['gains'] =>
    list.slice(0, SHOWN).flatMap(({ userId, ...change }) => {
      const person = people.get(userId);
      return person ? [{ person, ...change }] : [];
    });
  return {
    gains: told(gains),
    losses: told(losses),
    keeps: kept.flatMap(({ userId, by }) => {
      const person = people.get(userId);
      return person ? [{ person, by: words(by) }] : [];
    }),
    gainCount: gains.length,
    lossCount: losses.length,
    keepCount: keeps.length,
    complete: Math.max(before.size, after.size) <= LIMITS.previewPeople,
    below: below && compareBelow(...below, new Set([...gains, ...losses].map(({ userId }) => userId))),
  };
}

/** Whose ways to the resource are not what they were, by what it does to their role. */
function compare(before: Holders, after: Holders): { gains: Change[]; losses: Change[]; keeps: Held[] } {
  const gains: Change[] = [];
  const losses: Change[] = [];
  const keeps: Held[] = [];
  for (const userId of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(userId), after.get(userId)];
    if (was?.ways === is?.ways) continue;
    const change = { userId, before: was?.role ?? null, after: is?.role ?? null };
    if (is && is.role === was?.role) keeps.push(is);
    else if (change.before === null || roleAtLeast(change.after, change.before)) gains.push(change);
    else losses.push(change);
  }
  return { gains, losses, keeps };
}
