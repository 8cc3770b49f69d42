import { z } from 'zod';
import { Me, Preferences, Ticket, TicketRequest } from '../shapes/account';
import { Home, SearchQuery, SearchResult } from '../shapes/home';
import { defineRoutes } from './route';

export const accountRoutes = defineRoutes({
  'GET /me': { summary: 'The signed-in account', access: 'session', response: Me, administration: true },
  'PATCH /me': {
    summary: 'Change preferences',
    access: 'session',
    body: Preferences.partial(),
    response: Me,
  },
  'POST /tickets': {
    summary: 'One-time ticket for a socket',
    access: 'session',
    body: TicketRequest,
    response: Ticket,
    status: 201,
    unattended: true,
    administration: true,
  },
  'GET /home': { summary: 'What needs the caller', access: 'session', response: Home },
  'GET /search': {
    summary: 'People, spaces, documents and messages; accents ignored, last word as a prefix',
    access: 'session',
    query: SearchQuery,
    response: SearchResult,
  },
  'POST /webhooks/livekit': {
    summary: 'Meeting events from LiveKit, signed over the raw body',
    access: 'webhook',
    bodyKind: 'bytes',
    response: z.object({ accepted: z.boolean() }),
  },
});
