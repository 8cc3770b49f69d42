#!/usr/bin/env node
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { LaunchError } from './LaunchError.mjs';
import { postgresUser, reachable } from './parts/postgresUser.mjs';
import { folders } from './paths.mjs';
import { endOrphans, liveRecords } from './records.mjs';

/** `npm run reset`: forgets everything that was written, after asking (or with --yes). What was built is kept. */
async function main() {
  const { data, cache, run, postgres } = folders();
  const running = existsSync(run) ? liveRecords(run).find(({ name }) => name === 'launcher') : undefined;
  if (running) {
    throw new LaunchError('The workspace is running.', `The process ${running.pid} uses the data.`, [
      `stop it first: Ctrl-C in its terminal, or kill ${running.pid}`,
    ]);
  }
  if (!existsSync(data)) {
    console.log(`There is nothing to reset: ${data} does not exist.`);
    return;
  }
  if (!process.argv.includes('--yes') && !(await confirmed(data))) {
    console.log('Nothing was changed.');
    return;
  }
  await endOrphans(run);
  rmSync(reachable(postgres, postgresUser()), { recursive: true, force: true });
  for (const name of readdirSync(data)) {
    const path = `${data}/${name}`;
    if (path !== cache) rmSync(path, { recursive: true, force: true });
  }
  console.log('Done. npm start begins with an empty database and the demo content.');
}

/** @param {string} data */
async function confirmed(data) {
  if (!process.stdin.isTTY) {
    throw new LaunchError('Nobody can be asked.', 'This deletes data, and the input is not a terminal.', [
      'say so in the command: npm run reset -- --yes',
    ]);
  }
  console.log(`This deletes every account's data, document, message, file, secret and log in ${data}.`);
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Type "reset" to go on: ');
  prompt.close();
  return answer.trim() === 'reset';
}

main().catch((error) => {
  console.error(error instanceof LaunchError ? error.text : error);
  process.exit(1);
});
