import { existsSync } from 'node:fs';
import { installDebianPackages } from './installDebianPackages.mjs';

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
  const find = () => CANDIDATES.find((path) => path && existsSync(path));
  const found =
    find() ?? (installDebianPackages(['chromium', 'fonts-noto-color-emoji']) ? find() : undefined);
  if (found) return found;
  throw new Error(
    'Chromium was not found: install it (apt install chromium, brew install --cask chromium) or name it in CHROMIUM_PATH.',
  );
}
