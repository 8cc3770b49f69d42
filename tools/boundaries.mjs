#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import boundaries, { ABOUT_VALUES } from '../packages/config/boundaries.mjs';

/**
 * `npm run boundaries`: who imports whom. Then the same rules over fixtures that break each of them once, so that a
 * rule that has stopped working is noticed.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {{ rule: { name: string }, from: string, to: string, cycle?: { name: string }[] }} Violation
 * @typedef {{ source: string, dependencies: { module: string, resolved: string }[] }} Module
 */

/** @param {string} cwd @param {string[]} folders @returns {Violation[]} */
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
  /** @type {{ modules: Module[], summary: { violations: Violation[] } }} */
  const { modules, summary } = JSON.parse(stdout);
  const bySource = new Map(modules.map((module) => [module.source, module]));
  return summary.violations.filter((violation) => {
    if (!ABOUT_VALUES.includes(violation.rule.name)) return true;
    return !edgesOf(violation).some(([from, to]) => isTypeOnly(cwd, bySource.get(from), to));
  });
}

/** @param {Violation} violation @returns {[string, string][]} */
function edgesOf({ from, to, cycle }) {
  const path = [from, ...(cycle ? cycle.map(({ name }) => name) : [to])];
  return path.slice(1).map((name, index) => [path[index] ?? '', name]);
}

/**
 * Whether a file takes only types from another; the cruiser cannot tell. Our lint has every such statement begin
 * with `import type` or `export type`.
 * @param {string} cwd @param {Module | undefined} from @param {string} to
 */
function isTypeOnly(cwd, from, to) {
  const specifiers =
    from?.dependencies.filter(({ resolved }) => resolved === to).map(({ module }) => module) ?? [];
  if (!from || specifiers.length === 0) return false;
  const source = readFileSync(`${cwd}/${from.source}`, 'utf8');
  const statements = [...source.matchAll(/\b(?:import|export)\b(\s+type\b)?[^;']*?\bfrom\s+'([^']+)'/g)];
  const taking = statements.filter(([, , specifier]) => specifiers.includes(specifier ?? ''));
  return (
    taking.length > 0 && taking.every(([, type]) => type !== undefined) && !dynamically(source, specifiers)
  );
}

/** @param {string} source @param {string[]} specifiers */
const dynamically = (source, specifiers) =>
  specifiers.some((specifier) => source.includes(`import('${specifier}')`));

const broken = violations(root, ['apps', 'packages', 'infra', 'prisma', 'tools', 'bench']);
for (const { rule, from, to, cycle } of broken) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
}

const caught = new Set(
  violations(`${root}packages/config/fixtures`, ['apps', 'packages']).map(({ rule }) => rule.name),
);
const asleep = (boundaries.forbidden ?? []).filter(({ name }) => !caught.has(name ?? ''));
for (const { name } of asleep) console.error(`${name}: this rule lets its fixture pass`);

console.log(`boundaries: ${broken.length} broken, ${caught.size} rules proved by a fixture`);
process.exitCode = broken.length + asleep.length > 0 ? 1 : 0;
