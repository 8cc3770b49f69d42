import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text for a cookie or an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret: who reads it there cannot use it. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
