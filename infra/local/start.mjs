#!/usr/bin/env node
import { LaunchError } from './LaunchError.mjs';
import { requireNode } from './tools.mjs';

/** `npm start` and, with --dev, `npm run dev`: brings the whole workspace up and keeps it up until Ctrl-C. */
async function main() {
  requireNode();
  // After the check: what follows uses what an older Node does not have.
  const { launch } = await import('./launch.mjs');
  await launch({ development: process.argv.includes('--dev') });
}

main().catch((error) => {
  console.error(`\n${error instanceof LaunchError ? error.text : (error?.stack ?? error)}\n`);
  process.exit(1);
});
