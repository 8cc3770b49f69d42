import { z } from 'zod';
import { nodeNameVariable, publicUrlVariable } from './common';
import { type EnvSource, readVariables } from './readVariables';
import { httpUrl, nonEmpty, port } from './schemas';

const variables = {
  HEMICYCLE_URL: publicUrlVariable,
  HOST: {
    schema: nonEmpty.default('127.0.0.1'),
    purpose: 'the address the portal listens on',
    example: '0.0.0.0',
  },
  PORT: { schema: port.default(3000), purpose: 'the port the portal listens on', example: '3000' },
  REALTIME_URL: {
    schema: httpUrl.default('http://127.0.0.1:3001'),
    purpose: 'where the portal reaches the realtime server',
    example: 'http://realtime:3001',
  },
  API_URL: {
    schema: httpUrl.optional(),
    purpose: 'where the API runs when it is not to run inside the portal',
    example: 'http://127.0.0.1:3002',
  },
  NODE_ENV: {
    schema: z
      .enum(['production', 'development', 'test'], { error: 'production or development is needed' })
      .optional(),
    purpose: 'whether pages are compiled as they are asked for (development) or were built (production)',
    example: 'production',
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(8).default(0),
    purpose: 'how many reverse proxies stand before the portal and may name the client in X-Forwarded-For',
    example: '1',
  },
  POD_NAME: nodeNameVariable,
};

export interface PortalEnv {
  /** Public origin, without a trailing slash. */
  readonly url: string;
  /** Whether browsers reach us over https: decides HSTS and the `__Host-` cookie prefix. */
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Internal http base of the realtime server. */
  readonly realtimeUrl: string;
  /** Internal http base of an API in a process of its own; without it the portal runs the API itself. */
  readonly apiUrl: string | undefined;
  /** Pages with hot reload instead of the build. */
  readonly development: boolean;
  /** How many proxies before us may be believed about the client's address. */
  readonly trustedProxies: number;
  readonly nodeName: string;
}

/** @throws EnvError */
export function portalEnv(source: EnvSource = process.env): PortalEnv {
  const values = readVariables('portal', variables, source);
  return {
    url: values.HEMICYCLE_URL,
    secure: values.HEMICYCLE_URL.startsWith('https:'),
    host: values.HOST,
    port: values.PORT,
    realtimeUrl: values.REALTIME_URL,
    apiUrl: values.API_URL,
    development: values.NODE_ENV !== 'production',
    trustedProxies: values.TRUSTED_PROXIES,
    nodeName: values.POD_NAME,
  };
}
