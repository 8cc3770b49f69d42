import { createServer } from 'node:http';
import { composeApi } from '@hemicycle/api';
import { portalEnv } from '@hemicycle/env';
import { logger } from '@hemicycle/observability';
import { apiListener } from './apiListener';
import { createDrain } from './createDrain';
import { onStopSignal } from './onStopSignal';

/** The API alone, as development runs it: restarted at every edit while the portal and its pages stay. */
async function main(): Promise<void> {
  const log = logger('lifecycle', { part: 'api' });
  const { apiUrl } = portalEnv();
  if (!apiUrl) throw new Error('API_URL is needed to run the API alone');
  const { hostname, port } = new URL(apiUrl);
  const api = composeApi();
  const server = createServer(apiListener(api));
  const drain = createDrain(server);
  server.listen(Number(port), hostname, () => log.info({ port }, 'listening'));
  onStopSignal(log, async () => {
    await drain();
    await api.close();
  });
}

await main();
