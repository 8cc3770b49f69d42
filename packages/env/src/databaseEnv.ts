import { z } from 'zod';
import { type EnvSource, readVariables } from './readVariables';
import { postgresUrl } from './schemas';

const variables = {
  DATABASE_URL: {
    schema: postgresUrl,
    purpose: 'the PostgreSQL database that holds everything',
    example: 'postgresql://hemicycle:secret@127.0.0.1:5432/hemicycle',
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    schema: z.coerce.number().int().min(1).max(200).default(10),
    purpose: 'how many connections one process may hold',
    example: '10',
  },
};

export interface DatabaseEnv {
  readonly url: string;
  /** Upper bound of connections of this process. */
  readonly poolSize: number;
}

/** @throws EnvError */
export function databaseEnv(source: EnvSource = process.env): DatabaseEnv {
  const values = readVariables('database', variables, source);
  return { url: values.DATABASE_URL, poolSize: values.DATABASE_POOL_SIZE };
}
