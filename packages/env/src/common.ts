import { hostname } from 'node:os';
import { nonEmpty, originUrl } from './schemas';

/** The one origin browsers see; cookies, redirects and the token issuer are derived from it. */
export const publicUrlVariable = {
  schema: originUrl.default('http://localhost:3000'),
  purpose: 'the origin people type into their browser',
  example: 'https://hemicycle.example',
};

/** Names this process among its replicas in logs and metrics. */
export const nodeNameVariable = {
  schema: nonEmpty.default(() => hostname()),
  purpose: 'the name of this replica in logs',
  example: 'portal-0',
};
