import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Debian asks this file before it starts or stops a service. */
const POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs what tests need, where that can be done without asking: on Debian and as root. No service it brings is
 * started, now or at boot.
 * @param {readonly string[]} packages
 * @param {readonly string[]} [services] what the packages would have the machine run
 * @returns {boolean} false where it is not ours to install anything
 * @throws {Error} when apt fails
 */
export function installDebianPackages(packages, services = []) {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  const run = (/** @type {string} */ command, /** @type {readonly string[]} */ args) =>
    execFileSync(command, [...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  // Another apt may be at work: it is waited for.
  const apt = (/** @type {string[]} */ ...args) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args]);
  const forbid = services.length > 0 && !existsSync(POLICY);
  if (forbid) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
    for (const service of services) run('update-rc.d', [service, 'disable']);
  } finally {
    if (forbid) rmSync(POLICY, { force: true });
  }
  return true;
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
