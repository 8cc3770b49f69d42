import { nodeNameVariable, publicUrlVariable } from './common';
import { type EnvSource, readVariables } from './readVariables';
import { httpUrl, namedNumbers, nonEmpty, port } from './schemas';

const variables = {
  HEMICYCLE_URL: publicUrlVariable,
  HOST: {
    schema: nonEmpty.default('127.0.0.1'),
    purpose: 'the address the realtime server listens on',
    example: '0.0.0.0',
  },
  REALTIME_PORT: {
    schema: port.default(3001),
    purpose: 'the port the realtime server listens on',
    example: '3001',
  },
  REALTIME_URL: {
    schema: httpUrl.optional(),
    purpose: 'where the other parts reach the realtime server',
    example: 'http://realtime:3001',
  },
  REALTIME_LIMITS: {
    schema: namedNumbers.optional(),
    purpose: 'limits of the realtime server that differ here from their defaults',
    example: '{"tailRows":1000}',
  },
  POD_NAME: nodeNameVariable,
};

export interface RealtimeEnv {
  /** The only Origin a browser may connect from. */
  readonly publicOrigin: string;
  readonly host: string;
  readonly port: number;
  /** Internal http base other parts use. */
  readonly url: string;
  readonly nodeName: string;
  /** Limits that differ from their defaults, by name; whether the names exist is for the server to say. */
  readonly limits: Readonly<Record<string, number>>;
}

/** @throws EnvError */
export function realtimeEnv(source: EnvSource = process.env): RealtimeEnv {
  const values = readVariables('realtime', variables, source);
  return {
    publicOrigin: values.HEMICYCLE_URL,
    host: values.HOST,
    port: values.REALTIME_PORT,
    url: values.REALTIME_URL ?? `http://127.0.0.1:${values.REALTIME_PORT}`,
    nodeName: values.POD_NAME,
    limits: values.REALTIME_LIMITS ?? {},
  };
}
