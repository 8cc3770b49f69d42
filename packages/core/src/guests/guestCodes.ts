import { randomInt } from 'node:crypto';
import { DomainError, type HandlerBody, LIMITS } from '@hemicycle/contracts';
import { Prisma, readRows } from '@hemicycle/db';
import { queueMail } from '../mail/queueMail';
import { inTransaction, type Operation } from '../operation';
import { hashPassword, isPassword } from '../passwords';
import { type Door, findDoor } from './findDoor';
import { codeKey } from './guestIdentity';

const MINUTE = 60_000;

/**
 * Has a code sent to the mailbox of who stands at the door: the invited one's, or the one they name. Where no code is
 * asked for none is sent, and the answer is the same.
 * @throws DomainError not_found, mail_unavailable, too_many_requests (of one way in and mailbox)
 */
export async function askForCode(op: Operation, input: HandlerBody<'POST /guests/code'>): Promise<void> {
  const door = await findDoor(op, input.token);
  const email = mailboxOf(door, input.email);
  if (!door.needsCode || email === null) return;
  if (op.services.mail !== true) throw new DomainError('mail_unavailable');
  const key = codeKey(input.token, email);
  await inTransaction(op, async (op) => {
    const [row] = await readRows<{ sent: number }>(
      op.db,
      Prisma.sql`
      INSERT INTO guest_codes AS c (key, sent, created_at) VALUES (${key}, 1, ${op.now})
      ON CONFLICT (key) DO UPDATE SET sent = c.sent + 1 WHERE c.sent < ${LIMITS.guestCodes}
      RETURNING sent`,
    );
    if (row === undefined) throw new DomainError('too_many_requests');
    const name = Buffer.from(key).toString('base64url');
    const task = { kind: 'guestCode', key: name, email, locale: input.locale } as const;
    await queueMail(op, task, { key: `guestCode:${name}` });
  });
}

/** The mailbox a code goes to: nobody else's than the invited one's, where one was. */
export function mailboxOf(door: Door, given: string | undefined): string | null {
  return door.guest?.email ?? given ?? null;
}

/** A new code in the place of the one before, as the mail goes out; null: nobody waits for it any more. */
export async function makeCode(op: Operation, key: string): Promise<string | null> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const codeHash = await hashPassword(code);
  const { count } = await op.db.guestCode.updateMany({
    where: { key: new Uint8Array(Buffer.from(key, 'base64url')) },
    data: { codeHash, until: new Date(op.now.getTime() + LIMITS.guestCodeMinutes * MINUTE), tries: 0 },
  });
  return count === 0 ? null : code;
}

/**
 * Whether the code is the one that was mailed. Each try counts, also those that run at once, before it is looked at.
 * @throws DomainError guest_code_wrong (also: expired, tried too often, never sent)
 */
export async function checkCode(op: Operation, token: string, email: string, code: string): Promise<void> {
  const [row] = await readRows<{ codeHash: string }>(
    op.db,
    Prisma.sql`
    UPDATE guest_codes SET tries = tries + 1
    WHERE key = ${codeKey(token, email)} AND tries < ${LIMITS.guestCodeTries} AND until > ${op.now}
      AND code_hash IS NOT NULL
    RETURNING code_hash AS "codeHash"`,
  );
  if (row === undefined || !(await isPassword(code, row.codeHash))) throw new DomainError('guest_code_wrong');
}
