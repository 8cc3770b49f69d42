import { z } from 'zod';
import { Id, PageQuery, page } from '../shapes/common';
import {
  AskForCode,
  AskForWayIn,
  EnterAsGuest,
  EnteredAsGuest,
  GuestAccount,
  GuestDoor,
  InviteGuest,
  LookAtDoor,
} from '../shapes/guests';
import { ResourceType, SharedGrant } from '../shapes/sharing';
import { defineRoutes } from './route';

export const guestRoutes = defineRoutes({
  'POST /access/{resourceType}/{resourceId}/guests': {
    summary: 'Invite somebody from outside by mail; asked again, the mail is sent again',
    access: 'session',
    params: z.object({ resourceType: ResourceType, resourceId: Id }),
    body: InviteGuest,
    response: SharedGrant,
    status: 201,
  },
  'POST /guests/look': {
    summary: 'What a way in leads to; looking uses nothing up',
    access: 'public',
    body: LookAtDoor,
    response: GuestDoor,
    status: 200,
  },
  'POST /guests/code': {
    summary: 'Have a code sent to the mailbox of who stands at the door',
    access: 'public',
    body: AskForCode,
    response: null,
  },
  'POST /guests/enter': {
    summary: 'Come in: opens a guest’s session, and uses up an invitation',
    access: 'public',
    body: EnterAsGuest,
    response: EnteredAsGuest,
    status: 200,
  },
  'POST /guests/again': {
    summary: 'Have a new way in sent, to whom there is one for; the answer is always the same',
    access: 'public',
    body: AskForWayIn,
    response: null,
  },
  'GET /guests': {
    summary: 'Guests of the organisation, by name, for administrators',
    access: 'session',
    query: PageQuery,
    response: page(GuestAccount),
  },
  'DELETE /guests/{userId}': {
    summary: 'Remove a guest: everything they held and every way in, at once',
    access: 'session',
    params: z.object({ userId: Id }),
    response: null,
  },
});
