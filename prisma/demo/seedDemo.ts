import { createOperation, inTransaction } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import { logger } from '@hemicycle/observability';
import { ANONYMOUS } from '@hemicycle/policies';
import { createPeople } from './createPeople';
import { Storyteller } from './Storyteller';
import { tellCoastalResilience } from './tellCoastalResilience';
import { tellFinance } from './tellFinance';
import { unusedServices } from './unusedServices';

const DAYS_AGO = 60;

/**
 * Writes the demo organisation in one transaction: all of it or nothing. Accounts that are missing are added each
 * time; content is only written where the organisation has none.
 */
export async function seedDemo(database: Database, issuer: string): Promise<'written' | 'there already'> {
  const log = logger('seed');
  const op = createOperation({ database, actor: ANONYMOUS, services: unusedServices, log });
  return inTransaction(op, async (op) => {
    const since = new Date(op.now.getTime() - DAYS_AGO * 24 * 60 * 60 * 1000);
    const { organisationId, actors } = await createPeople(op.db, issuer, since);
    if ((await op.db.space.count({ where: { organisationId } })) > 0) return 'there already';
    const story = new Storyteller(op, actors);
    await tellCoastalResilience(story);
    await tellFinance(story);
    return 'written';
  });
}
