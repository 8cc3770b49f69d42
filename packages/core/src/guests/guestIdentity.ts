import { createHash } from 'node:crypto';
import { newId } from '@hemicycle/db';
import { hashLinkToken } from '../sharing/linkSecrets';

/** Issuer of accounts that no identity provider vouches for. */
export const GUEST_ISSUER = 'urn:hemicycle:guests';

/**
 * What tells one guest of an organisation from another: the mailbox they showed to be theirs, or, by name only, nothing
 * that would bring them back. An account of an identity provider with that address is somebody else.
 */
export function guestSubject(organisationId: string, email: string | null): string {
  return email === null ? `${organisationId}:name:${newId()}` : `${organisationId}:mail:${email}`;
}

/** A calm colour that stays. */
export function guestHue(subject: string): number {
  return createHash('sha256').update(subject).digest().readUInt32BE(0) % 360;
}

/** What a code is kept under: one way in, one mailbox. */
export function codeKey(token: string, email: string): Uint8Array<ArrayBuffer> {
  return hashLinkToken(`${token}\n${email}`);
}
