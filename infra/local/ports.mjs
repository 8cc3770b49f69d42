import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { LaunchError } from './LaunchError.mjs';

/**
 * @param {number} port @param {'tcp' | 'udp'} [kind]
 * @returns {Promise<boolean>}
 */
export function isFree(port, kind = 'tcp') {
  return new Promise((resolve) => {
    if (kind === 'udp') {
      const socket = createSocket('udp4');
      socket.once('error', () => resolve(false));
      socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)));
      return;
    }
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Ports nobody listens on, below the range the system hands to outgoing connections, so that none is taken between
 * asking and using.
 * @param {number} count @param {{ consecutive?: boolean }} [options]
 */
export async function freePorts(count, { consecutive = false } = {}) {
  /** @type {number[]} */
  const found = [];
  for (let attempt = 0; attempt < 500 && found.length < count; attempt += 1) {
    const first = 15_000 + Math.floor(Math.random() * 15_000);
    const wanted = consecutive ? Array.from({ length: count }, (_, index) => first + index) : [first];
    const free = await Promise.all(wanted.flatMap((port) => [isFree(port), isFree(port, 'udp')]));
    if (free.every(Boolean) && !wanted.some((port) => found.includes(port))) found.push(...wanted);
  }
  if (found.length < count) {
    throw new LaunchError('No free port was found.', 'Ports 15000 to 30000 were tried.', [
      'Stop some servers.',
    ]);
  }
  return found;
}

/**
 * @typedef {{ port: number, kind?: 'tcp' | 'udp', part: string, variable: string, address?: string }} WantedPort
 */

/**
 * One message for all busy ports.
 * @param {readonly WantedPort[]} wanted
 */
export async function requireFreePorts(wanted) {
  const free = await Promise.all(wanted.map(({ port, kind }) => isFree(port, kind)));
  const busy = wanted.filter((_, index) => !free[index]);
  if (busy.length === 0) return;
  const names = busy.map(({ port, kind, part }) => `${port}${kind === 'udp' ? '/udp' : ''} (for ${part})`);
  const holders = busy.map(({ port, kind }) => `port ${port}: ${holderOf(port, kind) ?? 'another program'}`);
  throw new LaunchError(
    `${busy.length === 1 ? 'A port is' : 'Ports are'} in use: ${names.join(', ')}.`,
    `Something else listens there. ${holders.join('; ')}.`,
    [
      'stop that program and start again',
      ...[...new Set(busy.map(({ variable }) => variable))].map(
        (variable) => `use another port: ${variable}=<free port> npm start`,
      ),
      ...[...new Set(busy.flatMap(({ address }) => (address ? [address] : [])))].map(
        (address) => `if that program is the part itself, give its address: ${address}=… npm start`,
      ),
    ],
  );
}

/**
 * Who listens on a port, when the system tells.
 * @param {number} port @param {'tcp' | 'udp'} [kind]
 * @returns {string | undefined} for example `node (pid 4711)`
 */
export function holderOf(port, kind = 'tcp') {
  try {
    const args = ['-nP', `-i${kind}:${port}`, '-Fpc', ...(kind === 'tcp' ? ['-sTCP:LISTEN'] : [])];
    const answer = execFileSync('lsof', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = /^p(\d+)/m.exec(answer)?.[1];
    const command = /^c(.+)$/m.exec(answer)?.[1];
    if (pid) return `${command} (pid ${pid})`;
  } catch {
    // lsof is absent or may not look; ss may.
  }
  try {
    const answer = execFileSync('ss', [kind === 'tcp' ? '-Htlnp' : '-Hulnp', `sport = :${port}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const match = /\("([^"]+)",pid=(\d+)/.exec(answer);
    return match ? `${match[1]} (pid ${match[2]})` : undefined;
  } catch {
    return undefined;
  }
}
