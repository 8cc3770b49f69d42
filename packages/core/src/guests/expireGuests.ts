import { LIMITS } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { live } from '../access/holdings';
import { inTransaction, type Operation } from '../operation';
import { disableGuest } from './disableGuest';
import { GUEST_ISSUER } from './guestIdentity';

/** Guests ended in one transaction. */
const AT_ONCE = 100;
const HOUR = 60 * 60 * 1000;

/**
 * Ends guests who hold nothing any more. What they held ended by itself, at its time; this ends the account and its
 * sessions, so that nobody stays signed in for nothing. By a link without an end nobody stays for more than a year.
 * Called by the system now and then; true: there may be more.
 */
export async function expireGuests(op: Operation): Promise<boolean> {
  const since = new Date(op.now.getTime() - HOUR);
  const yearAgo = new Date(op.now.getTime() - LIMITS.guestDays * 24 * HOUR);
  return inTransaction(op, async (op) => {
    const rows = await readRows<{ id: string }>(
      op.db,
      Prisma.sql`
      SELECT u.id FROM users u JOIN guests g ON g.user_id = u.id
      WHERE u.issuer = ${GUEST_ISSUER} AND u.disabled_at IS NULL AND g.created_at < ${since}
        AND NOT EXISTS (SELECT FROM grants r WHERE r.user_id = u.id AND ${live('r', op.now)})
        AND NOT EXISTS (SELECT FROM group_members m WHERE m.user_id = u.id)
        AND NOT EXISTS (SELECT FROM link_openings p JOIN links l ON l.id = p.link_id
          WHERE p.user_id = u.id AND ${live('l', op.now)} AND p.opened_at > ${yearAgo})
      LIMIT ${AT_ONCE} FOR UPDATE OF u SKIP LOCKED`,
    );
    for (const { id } of rows) await disableGuest(op, id);
    return rows.length === AT_ONCE;
  });
}
