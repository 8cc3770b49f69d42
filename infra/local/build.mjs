import { existsSync, rmSync } from 'node:fs';
import { hashFiles, onceFor } from './hashFiles.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

/** The command and first arguments that run a TypeScript file. */
export const tsx = (/** @type {string} */ file, /** @type {readonly string[]} */ args = []) => ({
  command: process.execPath,
  args: [`${root}/node_modules/tsx/dist/cli.mjs`, file, ...args],
});

/**
 * Generates the database client from the schema.
 * @param {Settings} settings
 */
export function generateClient({ paths, environment }) {
  const hash = hashFiles(root, ['prisma/schema', 'packages/db/generate.mjs', 'packages/db/package.json']);
  const stamp = `${root}/packages/db/generated/.hemicycle-hash`;
  return onceFor(stamp, hash, () =>
    run({
      name: 'Generating the database client',
      command: process.execPath,
      args: ['generate.mjs'],
      cwd: `${root}/packages/db`,
      env: environment,
      logFile: `${paths.logs}/generate.log`,
      runFolder: paths.run,
    }),
  );
}

const BUILD_INPUTS = [
  'apps/portal',
  'apps/realtime',
  'packages',
  'prisma/schema',
  'package-lock.json',
  'tsconfig.base.json',
  'turbo.json',
  'tools/bundleServer.mjs',
  'tools/bundleWorker.mjs',
];
const BUILD_OUTPUTS = [
  'apps/portal/.next/BUILD_ID',
  'apps/portal/dist/server.js',
  'apps/portal/dist/serviceWorker.js',
  'apps/realtime/dist/main.js',
];

/**
 * Builds portal and realtime for production when their sources changed.
 * @param {Settings} settings
 */
export function buildApps({ paths, environment }) {
  const stamp = `${root}/apps/portal/dist/.hemicycle-hash`;
  if (!BUILD_OUTPUTS.every((file) => existsSync(`${root}/${file}`))) rmSync(stamp, { force: true });
  return onceFor(stamp, hashFiles(root, BUILD_INPUTS), () =>
    run({
      name: 'Building the portal and the realtime server',
      command: process.execPath,
      args: [`${root}/node_modules/turbo/bin/turbo`, 'run', 'build', '--output-logs=full', '--no-color'],
      cwd: root,
      env: { ...environment, NODE_ENV: 'production' },
      logFile: `${paths.logs}/build.log`,
      runFolder: paths.run,
      ways: ['correct the error and start again', 'or work with hot reload meanwhile: npm run dev'],
    }),
  );
}
