import { receiveMediaEvent } from '@hemicycle/core';
import { defineHandlers } from '../defineHandlers';

/** The sender is known by its signature over the raw body, not by a session. */
export const livekitWebhookHandlers = defineHandlers({
  'POST /webhooks/livekit': async (op, { bytes, headers }) => {
    const event = await op.services.media.readWebhook(bytes, headers.get('authorization'));
    return receiveMediaEvent(op, event);
  },
});
