import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { LaunchError } from '../LaunchError.mjs';
import { run } from '../run.mjs';
import { KEYCLOAK_SHA256, KEYCLOAK_VERSION } from './keycloakVersion.mjs';

/** What is decided when Keycloak is built; the rest is said when it starts. */
const BUILD_OPTIONS = [
  '--db=postgres',
  '--health-enabled=true',
  '--metrics-enabled=true',
  '--http-relative-path=/auth',
  '--features-disabled=impersonation',
];

/** The prepared distribution, named after its version and build options. @param {string} cache */
export function keycloakHome(cache) {
  const hash = createHash('sha256').update(BUILD_OPTIONS.join(' ')).digest('hex').slice(0, 8);
  return `${cache}/keycloak-${KEYCLOAK_VERSION}-${hash}`;
}

/**
 * Fetches the distribution by Maven, checks it, unpacks and builds it.
 * @param {object} options
 * @param {string} options.cache
 * @param {string} options.logFile
 * @param {string} options.java JDK folder, or '' for the one on PATH
 * @param {string} [options.runFolder]
 * @returns {Promise<boolean>} whether it had to
 */
export async function prepareKeycloak({ cache, logFile, java, runFolder }) {
  const home = keycloakHome(cache);
  if (existsSync(home)) return false;
  const work = `${cache}/keycloak-work-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const tool = (/** @type {string} */ name) => (java ? `${java}/bin/${name}` : name);
  const env = { ...process.env, ...(java ? { JAVA_HOME: java } : {}) };
  const common = { env, logFile, ...(runFolder ? { runFolder } : {}) };
  const ways = [
    'see that Maven reaches a repository: settings belong in ~/.m2/settings.xml',
    'or give the address of any Keycloak ≥ 26.6: KEYCLOAK_URL=http://…/auth KEYCLOAK_SERVICE_CLIENT_SECRET=… npm start',
  ];
  await run({
    name: 'Fetching Keycloak',
    command: 'mvn',
    args: [
      '--batch-mode',
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy',
      `-Dartifact=org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`,
      `-DoutputDirectory=${work}`,
    ],
    ...common,
    cwd: work,
    ways,
  });
  const archive = `${work}/keycloak-quarkus-dist-${KEYCLOAK_VERSION}.zip`;
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (sum !== KEYCLOAK_SHA256) {
    throw new LaunchError(
      'The Keycloak archive is not the one we know.',
      `Its SHA-256 is ${sum}, expected ${KEYCLOAK_SHA256}: it was damaged or changed on the way.`,
      ['delete org/keycloak/keycloak-quarkus-dist from ~/.m2/repository and start again', ...ways.slice(1)],
    );
  }
  await run({
    name: 'Unpacking Keycloak',
    command: tool('jar'),
    args: ['xf', archive],
    cwd: work,
    ...common,
  });
  const unpacked = `${work}/keycloak-${KEYCLOAK_VERSION}`;
  await run({
    name: 'Building Keycloak',
    command: 'sh',
    args: ['bin/kc.sh', 'build', ...BUILD_OPTIONS],
    ...common,
    cwd: unpacked,
  });
  renameSync(unpacked, home);
  rmSync(work, { recursive: true, force: true });
  return true;
}
