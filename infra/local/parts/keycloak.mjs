import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { root } from '../paths.mjs';
import { keycloakHome } from './prepareKeycloak.mjs';

/** Ours, and one that plays another ministry's provider. */
const REALM_FILES = ['hemicycle-realm.json', 'transport-realm.json'];

/**
 * @typedef {object} KeycloakOptions
 * @property {string} folder of this instance: imported realms, temporary files
 * @property {string} cache
 * @property {number} port http, under /auth; +1 is health and metrics
 * @property {string} publicUrl our origin, which every redirect and token names
 * @property {string} portalUrl where Keycloak itself reaches the portal, for back-channel logout
 * @property {{ host: string, port: number, name: string, user: string, password: string, schema?: string }} database
 * @property {string} adminPassword
 * @property {string} serviceSecret
 * @property {string} providerSecret between our realm and the one that plays another provider
 * @property {string} java JDK folder or '' for the one on PATH
 * @property {string} logFile
 * @property {boolean} [dev] read the theme anew at every request
 */

/**
 * Runs the built distribution directly: its shell script would stay between us and the process, and one unpacked
 * distribution serves several instances, each with a home of its own that links to it.
 * @param {KeycloakOptions} options
 * @returns {import('../spawnPart.mjs').PartPlan}
 */
export function keycloakPlan(options) {
  const dist = keycloakHome(options.cache);
  mkdirSync(`${options.folder}/data/import`, { recursive: true });
  for (const name of ['lib', 'conf', 'providers']) {
    rmSync(`${options.folder}/${name}`, { force: true });
    symlinkSync(`${dist}/${name}`, `${options.folder}/${name}`);
  }
  for (const file of REALM_FILES) {
    copyFileSync(`${root}/infra/keycloak/${file}`, `${options.folder}/data/import/${file}`);
  }
  return {
    name: 'Keycloak',
    command: options.java ? `${options.java}/bin/java` : 'java',
    args: [...jvmArguments(options, dist), ...serverArguments(options)],
    cwd: options.folder,
    env: keycloakEnvironment(options),
    logFile: options.logFile,
    ready: async () => (await fetch(`http://127.0.0.1:${options.port + 1}/auth/health/ready`)).ok,
    readyMs: 180_000,
    pollMs: 200,
    stopMs: 10_000,
  };
}

/** As in the distribution's own start script, with a smaller heap. @param {KeycloakOptions} options @param {string} dist */
function jvmArguments({ folder }, dist) {
  return [
    '-Xms128m',
    '-Xmx512m',
    '-XX:MetaspaceSize=96M',
    '-XX:MaxMetaspaceSize=256m',
    '-XX:+ExitOnOutOfMemoryError',
    // A short-lived laptop server gains more from starting at once than from the last optimisation.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Dfile.encoding=UTF-8',
    '-Djava.security.egd=file:/dev/urandom',
    '-Duser.language=en',
    '-Duser.country=US',
    '--add-opens=java.base/java.util=ALL-UNNAMED',
    '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
    '--add-opens=java.base/java.security=ALL-UNNAMED',
    '--add-opens=java.base/java.lang=ALL-UNNAMED',
    '--enable-native-access=ALL-UNNAMED',
    `-Djava.io.tmpdir=${folder}/data`,
    '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
    `-Dkc.home.dir=${folder}`,
    `-Djboss.server.config.dir=${dist}/conf`,
    '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
    '-Dpicocli.disable.closures=true',
    '-cp',
    `${dist}/lib/quarkus-run.jar`,
    'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
  ];
}

/** @param {KeycloakOptions} options */
function serverArguments({ port, publicUrl, dev }) {
  return [
    'start',
    '--optimized',
    '--import-realm',
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    '--http-management-scheme=http',
    `--http-management-port=${port + 1}`,
    `--hostname=${publicUrl}/auth`,
    // People never see the administration on their origin; the administrator reaches it on the machine itself.
    `--hostname-admin=http://localhost:${port}/auth`,
    // Our portal is the proxy: it drops what came from outside and sets these itself.
    '--proxy-headers=xforwarded',
    '--cache=local',
    `--spi-theme--folder--dir=${root}/infra/keycloak/themes`,
    ...(dev
      ? [
          '--spi-theme--cache-themes=false',
          '--spi-theme--cache-templates=false',
          '--spi-theme--static-max-age=-1',
        ]
      : []),
    '--log-level=info,org.keycloak.events:warn,io.smallrye.health:off',
  ];
}

/** Secrets go by the environment, which other users cannot read. @param {KeycloakOptions} options */
function keycloakEnvironment(options) {
  const { port, database, adminPassword, serviceSecret, providerSecret, publicUrl, portalUrl, java } =
    options;
  return {
    PATH: process.env.PATH,
    ...(java ? { JAVA_HOME: java } : {}),
    KC_DB_URL: `jdbc:postgresql://${database.host}:${database.port}/${database.name}`,
    KC_DB_USERNAME: database.user,
    KC_DB_PASSWORD: database.password,
    ...(database.schema ? { KC_DB_SCHEMA: database.schema } : {}),
    KC_DB_POOL_MAX_SIZE: '20',
    KC_BOOTSTRAP_ADMIN_USERNAME: 'keycloak-admin',
    KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
    // Placeholders of the realm file.
    HEMICYCLE_URL: publicUrl,
    HEMICYCLE_INTERNAL_URL: portalUrl,
    HEMICYCLE_SERVICE_SECRET: serviceSecret,
    // Another ministry's provider is at an address of its own, and not on ours: Keycloak's port on this machine.
    HEMICYCLE_PROVIDER_URL: `http://localhost:${port}/auth`,
    HEMICYCLE_PROVIDER_SECRET: providerSecret,
  };
}
