import { text } from 'node:stream/consumers';
import { hashPassword } from '@hemicycle/core';

/** Against a password that is guessed although few tries are allowed. Characters. */
const SHORTEST = 20;

/** Reads a password from standard input and prints what `BREAK_GLASS_PASSWORD_HASH` takes. */
async function main(): Promise<void> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password.length < SHORTEST) throw new Error(`The password needs at least ${SHORTEST} characters.`);
  process.stdout.write(`${await hashPassword(password)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
