import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const { CHROMIUM_PATH } = process.env;
const CANDIDATES = [
  CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser for the scenarios. On Debian and as root it is installed when missing; elsewhere one line says what to do.
 * @returns {string} its path
 * @throws {Error} with that line
 */
export function findChromium() {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    const apt = (/** @type {string[]} */ ...args) =>
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update', '-q');
    apt('install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji');
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Error(
    'Chromium was not found: install it (apt install chromium, brew install --cask chromium) or name it in CHROMIUM_PATH.',
  );
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
