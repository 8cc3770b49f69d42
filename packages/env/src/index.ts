export { type BlobEnv, blobEnv } from './blobEnv';
export { type DatabaseEnv, databaseEnv } from './databaseEnv';
export { EnvError } from './EnvError';
export { type KeycloakEnv, keycloakEnv } from './keycloakEnv';
export { type LivekitEnv, livekitEnv } from './livekitEnv';
export { type LogEnv, logEnv } from './logEnv';
export { type PortalEnv, portalEnv } from './portalEnv';
export type { EnvSource } from './readVariables';
export { type RealtimeEnv, realtimeEnv } from './realtimeEnv';
