import type { Handlers } from './defineHandlers';
import { accountHandlers } from './handlers/accountHandlers';
import { conversationHandlers } from './handlers/conversationHandlers';
import { documentHandlers } from './handlers/documentHandlers';
import { groupHandlers } from './handlers/groupHandlers';
import { guestHandlers } from './handlers/guestHandlers';
import { labelHandlers } from './handlers/labelHandlers';
import { livekitWebhookHandlers } from './handlers/livekitWebhookHandlers';
import { meetingHandlers } from './handlers/meetingHandlers';
import { notificationHandlers } from './handlers/notificationHandlers';
import { organisationHandlers } from './handlers/organisationHandlers';
import { peopleHandlers } from './handlers/peopleHandlers';
import { sessionHandlers } from './handlers/sessionHandlers';
import { sharingHandlers } from './handlers/sharingHandlers';
import { spaceHandlers } from './handlers/spaceHandlers';

/** Fails to compile while a route of the contracts has no handler. */
export const handlers = {
  ...accountHandlers,
  ...conversationHandlers,
  ...documentHandlers,
  ...groupHandlers,
  ...guestHandlers,
  ...labelHandlers,
  ...livekitWebhookHandlers,
  ...meetingHandlers,
  ...notificationHandlers,
  ...organisationHandlers,
  ...peopleHandlers,
  ...sessionHandlers,
  ...sharingHandlers,
  ...spaceHandlers,
} satisfies Handlers;
