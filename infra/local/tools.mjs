import { execFileSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { LaunchError } from './LaunchError.mjs';

/** Against running out in the middle of a build: dependencies, builds, Keycloak and the database need about 3 GB. */
const DISK_NEEDED = 4e9;
const DISK_NEEDED_PREPARED = 5e8;

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {RegExp} pattern finds `major.minor` in its answer
 * @property {readonly [number, number]} least
 * @property {string} purpose
 * @property {readonly string[]} ways
 */

/** @type {Tool} */
export const GO = {
  name: 'Go',
  command: 'go',
  args: ['version'],
  pattern: /go(\d+)\.(\d+)/,
  least: [1, 26],
  purpose: 'builds the media server LiveKit',
  ways: [
    'install Go from https://go.dev/dl',
    'or give the address of any LiveKit ≥ 1.13: LIVEKIT_URL=ws://… LIVEKIT_API_KEY=… LIVEKIT_API_SECRET=…',
  ],
};

const KEYCLOAK_WAY =
  'or give the address of any Keycloak ≥ 26.6: KEYCLOAK_URL=http://…/auth KEYCLOAK_SERVICE_CLIENT_SECRET=…';

/** @type {Tool} */
export const MAVEN = {
  name: 'Maven',
  command: 'mvn',
  args: ['-version'],
  pattern: /Apache Maven (\d+)\.(\d+)/,
  least: [3, 6],
  purpose: 'fetches Keycloak',
  ways: ['install it: apt install maven, or brew install maven', KEYCLOAK_WAY],
};

/** @param {string} java folder of the JDK, or '' @returns {Tool} */
export const jdk = (java) => ({
  name: 'A JDK',
  // Only a JDK, not a mere runtime, has this one; the answer has the same version.
  command: java ? `${java}/bin/jar` : 'jar',
  args: ['--version'],
  pattern: /jar (\d+)(?:\.(\d+))?/,
  least: [17, 0],
  purpose: 'runs Keycloak',
  ways: [
    'install one: apt install openjdk-17-jdk-headless, or brew install openjdk',
    'or point JAVA_HOME at one',
    KEYCLOAK_WAY,
  ],
});

/** JAVA_HOME when it holds a JDK; '' means the one on PATH. */
export function javaHome(env = process.env) {
  return env.JAVA_HOME && existsSync(`${env.JAVA_HOME}/bin/java`) ? env.JAVA_HOME : '';
}

/** @throws {LaunchError} when this Node is too old to run the workspace */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new LaunchError(`Node.js ${version} is too old.`, 'The portal needs version 20.19 or newer.', [
    'install a newer one from https://nodejs.org, or with your version manager: nvm install 22',
  ]);
}

/**
 * One message for all tools that are missing or too old.
 * @param {readonly Tool[]} tools
 * @throws {LaunchError}
 */
export function requireTools(tools) {
  const problems = tools.flatMap((tool) => {
    const problem = problemWith(tool);
    return problem ? [{ tool, problem }] : [];
  });
  if (problems.length === 0) return;
  throw new LaunchError(
    problems.length === 1 ? 'A tool is missing or too old.' : 'Some tools are missing or too old.',
    problems.map(({ problem }) => problem).join('\n'),
    [...new Set(problems.flatMap(({ tool }) => tool.ways))],
  );
}

/** @param {Tool} tool */
function problemWith({ name, command, args, pattern, least, purpose }) {
  let answer;
  try {
    answer = execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch {
    return `${name} (it ${purpose}) was not found: \`${command}\` cannot be run.`;
  }
  const match = pattern.exec(answer);
  const [major, minor] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  const enough = major > least[0] || (major === least[0] && minor >= least[1]);
  const needed = least.join('.').replace(/\.0$/, '');
  return enough
    ? undefined
    : `${name} (it ${purpose}) is version ${major}.${minor}; ${needed} or newer is needed.`;
}

/**
 * @param {string} folder
 * @param {boolean} prepared everything slow is there already
 * @throws {LaunchError}
 */
export function requireDisk(folder, prepared) {
  const { bavail, bsize } = statfsSync(folder);
  const needed = prepared ? DISK_NEEDED_PREPARED : DISK_NEEDED;
  const free = bavail * bsize;
  if (free >= needed) return;
  const gigabytes = (/** @type {number} */ bytes) => (bytes / 1e9).toFixed(1);
  throw new LaunchError(
    'There is too little room on the disk.',
    `${gigabytes(free)} GB are free under ${folder}; ${gigabytes(needed)} GB are needed.`,
    ['free some room', 'or keep the data elsewhere: HEMICYCLE_DATA=/another/disk/hemicycle npm start'],
  );
}
