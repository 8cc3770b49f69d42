import { z } from 'zod';
import { nodeNameVariable } from './common';
import { type EnvSource, readVariables } from './readVariables';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variables = {
  LOG_LEVEL: {
    schema: z.enum(levels, { error: `one of ${levels.join(', ')} is needed` }).default('info'),
    purpose: 'how much is logged',
    example: 'info',
  },
  POD_NAME: nodeNameVariable,
};

export interface LogEnv {
  readonly level: (typeof levels)[number];
  readonly nodeName: string;
}

/** @throws EnvError */
export function logEnv(source: EnvSource = process.env): LogEnv {
  const values = readVariables('logging', variables, source);
  return { level: values.LOG_LEVEL, nodeName: values.POD_NAME };
}
