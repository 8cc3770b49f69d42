import { createHash } from 'node:crypto';

/** One account on one device: two devices of a person are two participants, and neither evicts the other. */
export const mediaIdentity = (userId: string, deviceId: string): string => `${userId}:${deviceId}`;

export const userOfIdentity = (identity: string): string => identity.slice(0, identity.indexOf(':'));

/** Attributes are seen by everyone in the room, so the session is named by a tag that tells nothing else of it. */
export const sessionTag = (sessionId: string): string =>
  createHash('sha256').update(`media:${sessionId}`).digest('base64url').slice(0, 22);
