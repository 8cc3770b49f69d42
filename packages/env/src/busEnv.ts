import { type EnvSource, readVariables } from './readVariables';
import { valkeyUrl } from './schemas';

const variables = {
  BUS_URL: {
    schema: valkeyUrl.optional(),
    purpose: 'the Valkey or Redis that carries wake-ups between processes; without it PostgreSQL does',
    example: 'rediss://hemicycle:secret@valkey.example:6379',
    secret: true,
  },
};

export interface BusEnv {
  /** Null: LISTEN and NOTIFY of the database. */
  readonly url: string | null;
}

/** @throws EnvError */
export function busEnv(source: EnvSource = process.env): BusEnv {
  return { url: readVariables('bus', variables, source).BUS_URL ?? null };
}
