import {
  accountOf,
  authorize,
  documentAccess,
  getHome,
  getMe,
  search,
  updatePreferences,
} from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

export const accountHandlers = defineHandlers({
  'GET /me': (op) => getMe(op),
  'PATCH /me': (op, { body }) => updatePreferences(op, body),
  'POST /tickets': async (op, { body, auth }) => {
    let epoch: number | null = null;
    if (body.purpose === 'document') {
      const access = await documentAccess(op, body.documentId);
      authorize(op.actor, 'document', 'read', access.state);
      epoch = access.epoch;
    }
    const { ticket, expiresAt } = await auth.issueTicket(accountOf(op), body);
    return { ticket, expiresAt: expiresAt.toISOString(), epoch };
  },
  'GET /home': (op) => getHome(op),
  'GET /search': (op, { query }) => search(op, query),
});
