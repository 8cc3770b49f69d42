import { socketStandings, spacesOfPeople } from '@hemicycle/core';
import type { Database } from '@hemicycle/db';
import { can } from '@hemicycle/policies';
import type { Gate } from './gate';

/** The gate over the product's own database. */
export function createGate(database: Database, takeTicket: Gate['takeTicket']): Gate {
  return {
    takeTicket,
    standings: (owners) =>
      socketStandings(
        database,
        owners.map(({ actor, documentId }) => ({
          sessionId: actor.sessionId,
          userId: actor.userId,
          documentId,
        })),
        new Date(),
      ),
    readableSpaces: async (actors) => {
      const spaces = await spacesOfPeople(
        database,
        [...new Set(actors.map((actor) => actor.userId))],
        new Date(),
      );
      return new Map(
        actors.map((actor) => {
          const { organisationId } = actor;
          const readable = [...(spaces.get(actor.userId) ?? [])].filter(([, role]) =>
            can(actor, 'space', 'read', { organisationId, role }),
          );
          return [actor.userId, new Set(readable.map(([spaceId]) => spaceId))];
        }),
      );
    },
  };
}
