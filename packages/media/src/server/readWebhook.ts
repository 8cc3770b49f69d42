import { DomainError } from '@hemicycle/contracts';
import type { MediaEvent } from '@hemicycle/core';
import type { WebhookEvent, WebhookReceiver } from 'livekit-server-sdk';

const TYPES: Readonly<Record<string, MediaEvent['type']>> = {
  participant_joined: 'participantJoined',
  participant_left: 'participantLeft',
  participant_connection_aborted: 'participantLeft',
  room_finished: 'roomFinished',
};

/**
 * The signature is a token over the SHA-256 of the body, so the body must be the bytes as they came.
 * @throws DomainError `invalid_token` whatever is wrong with it: a forger learns nothing.
 */
export async function readWebhook(
  receiver: WebhookReceiver,
  rawBody: Uint8Array,
  authorization: string | null,
): Promise<MediaEvent> {
  let event: WebhookEvent;
  try {
    event = await receiver.receive(
      new TextDecoder('utf-8', { fatal: true }).decode(rawBody),
      authorization?.replace(/^Bearer /, '') ?? '',
    );
  } catch (error) {
    throw new DomainError('invalid_token', error instanceof Error ? error.message : 'unreadable');
  }
  if (!event.id) throw new DomainError('invalid_token', 'event without id');
  return {
    id: event.id,
    type: TYPES[event.event] ?? 'other',
    roomId: event.room?.name ?? '',
    at: new Date(Number(event.createdAt) * 1000),
    participant: event.participant
      ? { sid: event.participant.sid, identity: event.participant.identity }
      : null,
  };
}
