import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { root } from '../paths.mjs';
import { run } from '../run.mjs';

/**
 * @typedef {object} LivekitOptions
 * @property {string} folder for its configuration
 * @property {string} cache
 * @property {number} port signalling; +1 is ICE over TCP, +2 ICE over UDP, +3 the built-in TURN
 * @property {string} apiKey
 * @property {string} apiSecret
 * @property {string} webhookUrl
 * @property {string} logFile
 * @property {string} [nodeIp] the address browsers reach media on
 */

/** Where the built server is, named after what it is built from. @param {string} cache */
export function livekitProgram(cache) {
  const inputs = ['go.mod', 'go.sum'].map((name) => readFileSync(`${root}/infra/livekit/${name}`));
  const hash = createHash('sha256').update(Buffer.concat(inputs)).digest('hex').slice(0, 12);
  return `${cache}/livekit-server-${hash}`;
}

/**
 * Builds the media server from its pinned, checksummed module.
 * @param {{ cache: string, logFile: string, runFolder?: string }} options
 * @returns {Promise<boolean>} whether it had to
 */
export async function buildLivekit({ cache, logFile, runFolder }) {
  const program = livekitProgram(cache);
  if (existsSync(program)) return false;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${program}.${process.pid}`;
  await run({
    name: 'Building LiveKit',
    command: 'go',
    args: [
      'build',
      '-mod=readonly',
      '-trimpath',
      '-ldflags=-s -w',
      '-o',
      unfinished,
      'github.com/livekit/livekit-server/cmd/server',
    ],
    cwd: `${root}/infra/livekit`,
    env: { ...process.env, CGO_ENABLED: '0', GOTELEMETRY: 'off', GOWORK: 'off', GOFLAGS: '' },
    logFile,
    ...(runFolder ? { runFolder } : {}),
    ways: [
      'see that the Go module proxy can be reached: (cd infra/livekit && go mod download)',
      'or give the address of any LiveKit ≥ 1.13: LIVEKIT_URL=ws://… LIVEKIT_API_KEY=… LIVEKIT_API_SECRET=… npm start',
    ],
  });
  renameSync(unfinished, program);
  return true;
}

/**
 * @param {LivekitOptions} options
 * @returns {import('../spawnPart.mjs').PartPlan}
 */
export function livekitPlan(options) {
  const config = `${options.folder}/livekit.json`;
  mkdirSync(options.folder, { recursive: true });
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(livekitConfig(options), null, 2), { mode: 0o600 });
  return {
    name: 'LiveKit',
    command: livekitProgram(options.cache),
    args: ['--config', config],
    cwd: options.folder,
    env: { PATH: process.env.PATH, HOME: options.folder },
    logFile: options.logFile,
    ready: async () => (await fetch(`http://127.0.0.1:${options.port}/`)).ok,
    readyMs: 30_000,
    // Told once, it waits for the people in its rooms to leave; we end it after this.
    stopMs: 3_000,
    stopSignal: 'SIGTERM',
  };
}

/** @param {LivekitOptions} options */
function livekitConfig({ port, apiKey, apiSecret, webhookUrl, nodeIp = '127.0.0.1' }) {
  return {
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      node_ip: nodeIp,
      tcp_port: port + 1,
      udp_port: port + 2,
      use_external_ip: false,
      // Loopback is the interface a laptop's two browser windows meet on.
      enable_loopback_candidate: nodeIp === '127.0.0.1',
    },
    // Without a TURN of its own it would hand every browser public STUN servers of a third party.
    turn: { enabled: true, domain: 'localhost', udp_port: port + 3 },
    room: { auto_create: false, empty_timeout: 60, departure_timeout: 20 },
    keys: { [apiKey]: apiSecret },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    logging: { json: true, level: 'info' },
  };
}
