#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildApps, generateClient } from '../infra/local/build.mjs';
import { installDependencies } from '../infra/local/dependencies.mjs';
import { LaunchError } from '../infra/local/LaunchError.mjs';
import { buildLivekit } from '../infra/local/parts/livekit.mjs';
import { prepareKeycloak } from '../infra/local/parts/prepareKeycloak.mjs';
import { root } from '../infra/local/paths.mjs';
import { readSettings, TELEMETRY_OFF } from '../infra/local/settings.mjs';
import { GO, jdk, MAVEN, requireNode, requireTools } from '../infra/local/tools.mjs';
import { findChromium } from './findChromium.mjs';
import { findValkey } from './findValkey.mjs';
import { startHouse } from './startHouse.mjs';

/**
 * `npm test`: everything, from lint to real browsers. Every step runs even when one before it failed, unless it needs
 * what failed. The last line adds up the tests of Jest and Playwright; a failed step without tests of its own counts
 * as one failure, and so does one whose report is missing.
 */
const results = `${root}/test-results`;
let passed = 0;
let failed = 0;

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {string} name
 * @param {() => Promise<Counts | void>} work rejects when it fails
 * @returns {Promise<boolean>}
 */
async function step(name, work) {
  const begun = Date.now();
  console.log(`\n── ${name}`);
  let good = true;
  try {
    const counts = await work();
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 0;
    good = !counts?.failed;
  } catch (error) {
    console.error(error instanceof LaunchError ? error.text : String(error));
    failed += 1;
    good = false;
  }
  console.log(`── ${good ? '✓' : '✗'} ${name} ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return good;
}

/** @param {string} bin @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<number>} */
function command(bin, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(`${root}/node_modules/.bin/${bin}`, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...TELEMETRY_OFF, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} bin @param {string[]} args */
const check = async (bin, ...args) => {
  const code = await command(bin, args);
  if (code !== 0) throw new Error(`${bin} ended with exit code ${code}`);
};

/** @param {string} project @param {string[]} args @returns {Promise<Counts>} */
async function jest(project, ...args) {
  const report = `${results}/${project}.json`;
  rmSync(report, { force: true });
  const code = await command('jest', [
    '--selectProjects',
    project,
    '--json',
    '--outputFile',
    report,
    ...args,
  ]);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failures = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: Math.max(failures, code === 0 ? 0 : 1) };
}

/** @param {Record<string, string>} env @param {string} name @param {string[]} args @returns {Promise<Counts>} */
async function playwright(env, name, ...args) {
  const report = `${results}/${name}.json`;
  rmSync(report, { force: true });
  const code = await command(
    'playwright',
    ['test', '-c', 'apps/e2e/playwright.config.ts', '--retries=1', ...args],
    { ...env, HEMICYCLE_E2E_REPORT: report },
  );
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  for (const title of flaky(suites)) console.log(`── passed only when tried again: ${title}`);
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, code === 0 ? 0 : 1) };
}

/**
 * @typedef {object} Suite of Playwright's report
 * @property {readonly { title: string, tests: readonly { status: string }[] }[]} [specs]
 * @property {readonly Suite[]} [suites]
 */

/**
 * Scenarios that failed first and passed then: counted as passed, and named, because something is wrong with them.
 * @param {readonly Suite[]} suites @returns {string[]}
 */
function flaky(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...flaky(inner),
  ]);
}

/** What needs no running part; meanwhile others may still be built. */
async function checkSources() {
  await step('Lint and format', () => check('biome', 'check', '.'));
  await step('Types', () => check('tsc', '-p', 'tsconfig.json'));
  await step('Boundaries', () => check('../../tools/boundaries.mjs'));
  await step('Unused files, exports and dependencies', () => check('knip'));
  await step('Catalogues', () => check('tsx', 'packages/i18n/src/check/main.ts'));
}

/** Two runs in one house: it takes long to be ready. @param {string} chromium */
async function playScenarios(chromium) {
  /** @type {import('./startHouse.mjs').House | undefined} */
  let house;
  await step('The house of the scenarios', async () => {
    house = await startHouse();
  });
  if (!house) return;
  const env = { ...house.environment, CHROMIUM_PATH: chromium };
  await step('Scenarios in a browser, two at a time', () =>
    playwright(env, 'e2e', '--workers=2', '--grep-invert=@alone'),
  );
  // Those that stop parts for everybody, or hold the house to its times.
  await step('Scenarios that want the house for themselves', () =>
    playwright(env, 'e2e-alone', '--grep=@alone'),
  );
  await house.end();
}

async function main() {
  const begun = Date.now();
  requireNode();
  mkdirSync(results, { recursive: true });
  const settings = readSettings({ development: false });
  const { cache, logs } = settings.paths;
  const runFolder = `${results}/run`;
  let chromium = '';
  requireTools([jdk(settings.java), MAVEN, GO]);
  const partsBuilt = step('Media server and identity service', async () => {
    await Promise.all([
      buildLivekit({ cache, logFile: `${logs}/livekit-build.log`, runFolder }),
      prepareKeycloak({ cache, logFile: `${logs}/keycloak-build.log`, java: settings.java, runFolder }),
    ]);
  });
  const ready = await step('Dependencies', async () => {
    await installDependencies({ logFile: `${logs}/npm.log`, runFolder });
    await generateClient(settings);
  });
  const browser = await step('Chromium', async () => {
    chromium = findChromium();
    console.log(chromium);
  });
  await step('Valkey', async () => console.log(findValkey()));
  if (ready) {
    await checkSources();
    const built = await step('Build', async () => void (await buildApps(settings)));
    const parts = await partsBuilt;
    // One worker a core: left to itself, Jest leaves one core to whoever watches.
    await step('Unit tests', () => jest('unit', '--maxWorkers=2'));
    // One more than cores: many of them wait for clocks, for what was stopped and for what starts.
    if (parts) await step('Integration tests', () => jest('integration', '--maxWorkers=3'));
    if (parts && built && browser) await playScenarios(chromium);
  }
  await partsBuilt;
  console.log(`\nIn ${((Date.now() - begun) / 60_000).toFixed(1)} minutes.`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error instanceof LaunchError ? error.text : error);
  console.log(`${passed} passed, ${failed + 1} failed`);
  process.exit(1);
});
