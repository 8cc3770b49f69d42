import { existsSync, mkdirSync } from 'node:fs';
import { LaunchError } from './LaunchError.mjs';
import { livekitProgram } from './parts/livekit.mjs';
import { keycloakHome } from './parts/prepareKeycloak.mjs';
import { requireFreePorts } from './ports.mjs';
import { endOrphans, liveRecords, writeRecord } from './records.mjs';
import { GO, jdk, MAVEN, requireDisk, requireTools } from './tools.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

/**
 * Everything that can be known to fail before anything slow begins.
 * @param {Settings} settings @param {(text: string) => void} say
 * @throws {LaunchError}
 */
export async function preflight(settings, say) {
  const { paths, external, java } = settings;
  if (process.platform === 'win32') {
    throw new LaunchError('Windows is not supported.', 'The parts are built for Linux and macOS.', [
      'start it inside the Windows Subsystem for Linux',
    ]);
  }
  mkdirSync(paths.data, { recursive: true });
  const other = liveRecords(paths.run).find(({ name }) => name === 'launcher');
  if (other) {
    throw new LaunchError(
      'This workspace is running already.',
      `The process ${other.pid} started it, with its data in ${paths.data}.`,
      [
        `use it: ${settings.url}`,
        `or stop it first: Ctrl-C in its terminal, or kill ${other.pid}`,
        'or start a second one beside it: HEMICYCLE_DATA=.data-2 PORT=… (and the other ports) npm start',
      ],
    );
  }
  writeRecord(paths.run, 'launcher', process.pid, 'SIGTERM');
  const orphans = await endOrphans(paths.run);
  if (orphans.length > 0)
    say(`  ! Ended what an earlier, killed start had left running: ${orphans.join(', ')}`);
  const keycloakReady = existsSync(keycloakHome(paths.cache));
  const livekitReady = existsSync(livekitProgram(paths.cache));
  requireTools([
    ...(external.keycloak ? [] : [jdk(java)]),
    ...(external.keycloak || keycloakReady ? [] : [MAVEN]),
    ...(external.livekit || livekitReady ? [] : [GO]),
  ]);
  requireDisk(paths.data, keycloakReady && livekitReady);
  await requireFreePorts(wantedPorts(settings));
}

/** @param {Settings} settings @returns {import('./ports.mjs').WantedPort[]} */
function wantedPorts({ ports, external, development }) {
  const livekit = { part: 'LiveKit', variable: 'LIVEKIT_PORT', address: 'LIVEKIT_URL' };
  const keycloak = { part: 'Keycloak', variable: 'KEYCLOAK_PORT', address: 'KEYCLOAK_URL' };
  const mail = { part: 'the mail catcher', address: 'SMTP_HOST' };
  return [
    { port: ports.portal, part: 'the portal', variable: 'PORT' },
    ...(development ? [{ port: ports.api, part: 'the API', variable: 'API_PORT' }] : []),
    ...(external.realtime
      ? []
      : [
          {
            port: ports.realtime,
            part: 'the realtime server',
            variable: 'REALTIME_PORT',
            address: 'REALTIME_URL',
          },
        ]),
    ...(external.postgres
      ? []
      : [{ port: ports.postgres, part: 'PostgreSQL', variable: 'POSTGRES_PORT', address: 'DATABASE_URL' }]),
    ...(external.keycloak
      ? []
      : [
          { port: ports.keycloak, ...keycloak },
          { port: ports.keycloak + 1, ...keycloak },
        ]),
    ...(external.mail
      ? []
      : [
          { port: ports.mail, variable: 'MAIL_PORT', ...mail },
          { port: ports.mailSmtp, variable: 'MAIL_SMTP_PORT', ...mail },
        ]),
    ...(external.livekit
      ? []
      : [
          { port: ports.livekit, ...livekit },
          { port: ports.livekit + 1, ...livekit },
          { port: ports.livekit + 2, kind: /** @type {const} */ ('udp'), ...livekit },
          { port: ports.livekit + 3, kind: /** @type {const} */ ('udp'), ...livekit },
        ]),
  ];
}
