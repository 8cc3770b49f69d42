import { DomainError } from '@hemicycle/contracts';
import { TwirpError } from 'livekit-server-sdk';

/** The media server answered that the room or the participant is not there. */
export function isGone(error: unknown): boolean {
  return error instanceof TwirpError && (error.code === 'not_found' || error.status === 404);
}

/** A refusal we caused is a fault of ours; silence, a broken connection or a 5xx is the media server's. */
export function asDomainError(error: unknown): Error {
  if (error instanceof DomainError) return error;
  if (isGone(error)) return new DomainError('not_found', 'the room or participant is not connected');
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof TwirpError && error.status < 500 && error.status !== 429) {
    return new Error(`LiveKit refused our request: ${detail}`);
  }
  return new DomainError('media_unavailable', `LiveKit did not answer: ${detail}`);
}
