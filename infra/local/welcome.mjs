import { relative } from 'node:path';
import { root } from './paths.mjs';

const ACCOUNTS = [
  ['ines.moreau', 'administrator of the organisation'],
  ['jonas.weber', 'member'],
  ['sofia.lindqvist', 'member'],
  ['piotr.kowalski', 'member'],
  ['amina.diallo', 'member'],
  ['tomas.ruiz', 'member'],
  ['former.colleague', 'disabled: cannot sign in'],
];

/**
 * What is printed when everything runs.
 * @param {import('./settings.mjs').Settings} settings @param {'cold' | 'warm'} kind @param {string} elapsed
 */
export function welcome({ url, environment, external, paths, development, ports }, kind, elapsed) {
  const database = new URL(environment.DATABASE_URL);
  const parts = [
    ['Portal', url, false],
    ['Realtime', environment.REALTIME_URL, external.realtime],
    ...(development ? /** @type {const} */ ([['API', `http://127.0.0.1:${ports.api}`, false]]) : []),
    ['PostgreSQL', `${database.host}${database.pathname}`, external.postgres],
    ['Keycloak', environment.KEYCLOAK_URL, external.keycloak],
    ['LiveKit', environment.LIVEKIT_URL, external.livekit],
    external.mail
      ? ['Mail', `smtp://${environment.SMTP_HOST}`, true]
      : ['Mail', `http://localhost:${ports.mail} (caught here, and read there)`, false],
  ];
  const short = (/** @type {string} */ path) => (path.startsWith(`${root}/`) ? relative(root, path) : path);
  return [
    '',
    `Hemicycle is ready at ${url}`,
    `  ${kind} start in ${elapsed}`,
    '',
    '  Demo accounts, all with the password hemicycle-demo',
    ...ACCOUNTS.map(([name, role]) => `    ${name?.padEnd(18)} ${role}`),
    '',
    '  Parts',
    ...parts.map(
      ([name, address, given]) => `    ${String(name).padEnd(12)} ${address}${given ? '  (given)' : ''}`,
    ),
    '',
    `  Logs in ${short(paths.logs)}/, secrets in ${short(paths.secrets)}/, addresses for tools in ${short(paths.data)}/environment`,
    '  Ctrl-C stops everything; npm run reset starts over.',
    '',
  ].join('\n');
}
