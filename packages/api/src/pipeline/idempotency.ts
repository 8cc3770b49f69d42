import { createHash } from 'node:crypto';
import { DomainError } from '@hemicycle/contracts';
import { type Database, isUniqueViolation } from '@hemicycle/db';

/** Against keys as a place to store things. Characters. */
const KEY_LENGTH = 200;
/** A claim older than this belongs to a process that died. Milliseconds. */
const CLAIM_MS = 60_000;
/** How long an answer is kept. Milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export interface Claim {
  /** The answer of the first try, to be sent again. */
  readonly replay: { readonly status: number; readonly body: string } | null;
  /** Keeps the answer for retries. */
  keep(status: number, body: string): Promise<void>;
  /** Forgets the claim: a retry acts anew. */
  release(): Promise<void>;
}

/**
 * Claims an `Idempotency-Key` for one request of one account.
 * @throws DomainError idempotency_mismatch when the key came with another request before, conflict when that request is
 * still under way, invalid_input when the key is too long
 */
export async function claimIdempotencyKey(
  database: Database,
  userId: string,
  key: string,
  request: { method: string; path: string; body: Uint8Array },
): Promise<Claim> {
  if (key.length > KEY_LENGTH) throw new DomainError('invalid_input', 'Idempotency-Key is too long');
  const fingerprint = fingerprintOf(request);
  const where = { userId_key: { userId, key } };
  const claim = (replay: Claim['replay']): Claim => ({
    replay,
    keep: async (status, body) => {
      await database.idempotencyKey.update({ where, data: { status, body }, select: { key: true } });
    },
    release: async () => {
      await database.idempotencyKey.deleteMany({ where: { userId, key } });
    },
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.idempotencyKey.create({
        data: { userId, key, fingerprint, status: 0, body: '' },
        select: { key: true },
      });
      return claim(null);
    } catch (error) {
      if (!isUniqueViolation(error) || attempt > 2) throw error;
    }
    const known = await database.idempotencyKey.findUnique({ where });
    if (known === null) continue;
    const age = Date.now() - known.createdAt.getTime();
    if (age > KEPT_MS || (known.status === 0 && age > CLAIM_MS)) {
      await database.idempotencyKey.deleteMany({ where: { userId, key, createdAt: known.createdAt } });
      continue;
    }
    if (!Buffer.from(known.fingerprint).equals(fingerprint)) throw new DomainError('idempotency_mismatch');
    if (known.status === 0) throw new DomainError('conflict', 'the first try is still under way');
    return claim({ status: known.status, body: known.body });
  }
}

function fingerprintOf(request: { method: string; path: string; body: Uint8Array }): Buffer<ArrayBuffer> {
  const hash = createHash('sha256')
    .update(`${request.method} ${request.path}\n`)
    .update(request.body)
    .digest();
  return Buffer.from(hash);
}
