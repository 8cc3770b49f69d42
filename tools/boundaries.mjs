#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import boundaries from '../packages/config/boundaries.mjs';

/**
 * `npm run boundaries`: who imports whom. Then the same rules over fixtures that break each of them once, so that a
 * rule that has stopped working is noticed.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} cwd @param {string[]} folders
 * @returns {{ rule: { name: string }, from: string, to: string }[]}
 */
function violations(cwd, folders) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      `${root}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`,
      '--config',
      `${root}packages/config/boundaries.mjs`,
      '--ts-config',
      `${root}tsconfig.json`,
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return JSON.parse(stdout).summary.violations;
}

const broken = violations(root, ['apps', 'packages', 'infra', 'prisma', 'tools']);
for (const { rule, from, to } of broken) console.error(`${rule.name}: ${from} → ${to}`);

const caught = new Set(
  violations(`${root}packages/config/fixtures`, ['apps', 'packages']).map(({ rule }) => rule.name),
);
const asleep = (boundaries.forbidden ?? []).filter(({ name }) => !caught.has(name ?? ''));
for (const { name } of asleep) console.error(`${name}: this rule lets its fixture pass`);

console.log(`boundaries: ${broken.length} broken, ${caught.size} rules proved by a fixture`);
process.exitCode = broken.length + asleep.length > 0 ? 1 : 0;
