import { BROWSERS, type HandlerQuery, type Page, type Session, SYSTEMS } from '@hemicycle/contracts';
import { z } from 'zod';
import { audit } from '../audit';
import { accountOf, type Operation } from '../operation';
import { decodeCursor, pageOf } from '../paging';
import { BREAK_GLASS_ISSUER } from './breakGlassIssuer';
import { loadSessionsOwner } from './loadSessionsOwner';

const LIST = 'sessions';
const Key = z.tuple([z.uuid()]);

/**
 * Where somebody is signed in now, latest sign-in first. That an administrator looked is in the audit trail.
 * @throws DomainError not_found, invalid_cursor
 */
export async function listSessions(
  op: Operation,
  { userId, cursor, limit }: { userId: string } & HandlerQuery<'GET /people/{userId}/sessions'>,
): Promise<Page<Session>> {
  const owner = await loadSessionsOwner(op, userId, 'read');
  const after = decodeCursor(LIST, Key, cursor);
  if (!owner.own && after === undefined) await audit(op, 'session.listed', { type: 'user', id: userId });
  const rows = await op.db.session.findMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: op.now },
      ...(after ? { id: { lt: after[0] } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const { sessionId } = accountOf(op);
  return pageOf(
    rows,
    limit,
    LIST,
    ({ id }) => [id],
    (row) => ({
      id: row.id,
      browser: BROWSERS.find((name) => name === row.browser) ?? null,
      system: SYSTEMS.find((name) => name === row.system) ?? null,
      method: row.issuer === BREAK_GLASS_ISSUER ? ('breakGlass' as const) : ('identity' as const),
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      confirmedAt: row.authTime.toISOString(),
      current: row.id === sessionId,
    }),
  );
}
