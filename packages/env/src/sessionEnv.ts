import { z } from 'zod';
import { type EnvSource, readVariables } from './readVariables';

const whole = (min: number, max: number, usual: number) =>
  z.coerce
    .number({ error: 'a whole number is needed' })
    .int('a whole number is needed')
    .min(min, `at least ${min}`)
    .max(max, `at most ${max}`)
    .default(usual);

const variables = {
  SESSION_IDLE_MINUTES: {
    schema: whole(5, 7 * 24 * 60, 8 * 60),
    purpose: 'how long a session lives after its person was last there, in minutes',
    example: '480',
  },
  SESSION_ABSOLUTE_HOURS: {
    schema: whole(1, 30 * 24, 7 * 24),
    purpose: 'how long after the sign-in a session ends whatever is done, in hours',
    example: '168',
  },
  STEP_UP_MINUTES: {
    schema: whole(1, 24 * 60, 15),
    purpose: 'how old a sign-in may be for administration, export and lowering a label, in minutes',
    example: '15',
  },
  STEP_UP_ACR: {
    schema: z
      .string()
      .regex(/^[^\s,]{1,255}(,[^\s,]{1,255}){0,9}$/, 'names without blanks, separated by commas, are needed')
      .default('1'),
    purpose: 'which levels of authentication (acr) count for those, the one to ask for first',
    example: '1',
  },
  BREAK_GLASS_PASSWORD_HASH: {
    schema: z
      .string()
      .regex(
        /^scrypt\$\d{1,7}\$\d{1,2}\$\d{1,2}\$[\w-]{16,}\$[\w-]{22,}$/,
        'what `npm run break-glass:hash` prints is needed',
      )
      .optional(),
    purpose:
      'the hash of the password of the administrator for when Keycloak is down; without it there is none',
    example: 'scrypt$32768$8$3$c2FsdHNhbHRzYWx0c2FsdA$a2V5a2V5a2V5a2V5a2V5a2V5',
    secret: true,
  },
};

export interface SessionEnv {
  /** Milliseconds. */
  readonly idleMs: number;
  /** Milliseconds. */
  readonly absoluteMs: number;
  /** What proof of identity administration asks for. */
  readonly stepUp: {
    /** Milliseconds. */
    readonly maxAgeMs: number;
    /** Any of these counts; the first is asked for. */
    readonly acr: readonly [string, ...string[]];
  };
  /** `scrypt$N$r$p$salt$key`; null: there is no break-glass administrator. */
  readonly breakGlassHash: string | null;
}

/** @throws EnvError */
export function sessionEnv(source: EnvSource = process.env): SessionEnv {
  const values = readVariables('sessions', variables, source);
  const [first = '', ...others] = values.STEP_UP_ACR.split(',');
  return {
    idleMs: values.SESSION_IDLE_MINUTES * 60_000,
    absoluteMs: values.SESSION_ABSOLUTE_HOURS * 3_600_000,
    stepUp: { maxAgeMs: values.STEP_UP_MINUTES * 60_000, acr: [first, ...others] },
    breakGlassHash: values.BREAK_GLASS_PASSWORD_HASH ?? null,
  };
}
