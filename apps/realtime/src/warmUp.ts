import type { Logger } from '@hemicycle/observability';
import type { Gate } from './authentication/gate';
import type { DocumentStore } from './store/documentStore';

/** Nobody has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** A database that is away must not hold up a start: sockets are refused until it is back, and come again. Milliseconds. */
const LONGEST = 2_000;

/**
 * Asks once what every first socket will ask, before any can come: connections are open, statements prepared and code
 * loaded when editors return all at once after a restart.
 */
export async function warmUp(gate: Gate, store: DocumentStore, log: Logger): Promise<void> {
  const actor = {
    kind: 'account',
    userId: NOBODY,
    sessionId: NOBODY,
    organisationId: NOBODY,
    organisationRole: 'member',
  } as const;
  const asked = Promise.all([
    gate.takeTicket('none'),
    gate.standings([{ actor, documentId: NOBODY }]),
    store.load(NOBODY),
  ]);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST} ms`)), LONGEST);
  });
  await Promise.race([asked, late]).catch((err: unknown) =>
    log.warn({ err }, 'starting without the database'),
  );
  clearTimeout(timer);
}
