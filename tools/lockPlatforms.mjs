#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run lock:platforms`, after a change of dependencies: names in the lock file the builds for other systems that
 * a partial mirror of the registry did not offer. Without their names `npm ci` calls the file incomplete; with them
 * it skips, unasked, what is not for the machine it runs on.
 */
const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
/** @type {Record<string, any>} */
const packages = lock.packages;

/** Words in the names of builds, and what npm calls them. */
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openbsd',
  'netbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
];
const PROCESSORS = /** @type {const} */ ([
  [/arm64|aarch64/, 'arm64'],
  [/armv7|arm-|arm$|armhf/, 'arm'],
  [/ia32|i686/, 'ia32'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/loong64/, 'loong64'],
  [/mips64/, 'mips64el'],
  [/wasm32|wasm/, 'wasm32'],
  [/x64|x86_64|-64$/, 'x64'],
]);

/** @param {string} from @param {string} name where npm would look for it */
function isLocked(from, name) {
  for (let base = from; ; ) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
    const parent = base.lastIndexOf('/node_modules/');
    base = parent > 0 ? base.slice(0, parent) : '';
  }
}

/** @param {string} name */
function platformOf(name) {
  const system = name.includes('windows') ? 'win32' : SYSTEMS.find((word) => name.includes(word));
  const processor = PROCESSORS.find(([pattern]) => pattern.test(name.split('/').at(-1) ?? ''))?.[1];
  if (!system && processor !== 'wasm32') return undefined;
  return { ...(processor ? { cpu: [processor] } : {}), ...(system ? { os: [system] } : {}) };
}

const added = [];
for (const [path, { optionalDependencies = {}, dev, version: _version }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name);
    if (isLocked(path, name) || !platform || !/^\d/.test(String(version))) continue;
    const here = platform.cpu?.[0] === process.arch && platform.os?.[0] === process.platform;
    // A build for this machine that is missing is a fault to be seen, except the one for another C library.
    if (here && !/musl/.test(name)) continue;
    packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
      ...(dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  `lock:platforms: ${added.length} builds for other systems named${added.length > 0 ? `: ${added.join(', ')}` : ''}`,
);
