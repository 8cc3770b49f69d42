import { logEnv } from '@hemicycle/env';
import pino, { type Bindings, type DestinationStream, type Logger } from 'pino';
import type { LogCategory } from './categories';
import { redactedPaths } from './redactedPaths';
import { turnDestination } from './turnDestination';

export type { Logger } from 'pino';

/**
 * Builds a root logger of its own: one JSON object per line with UTC time, level, node and category. Tokens, cookies
 * and passwords are replaced by "[redacted]" wherever they appear in the first three levels of an object.
 */
export function createRootLogger(destination?: DestinationStream): Logger {
  const { level, nodeName } = logEnv();
  return pino(
    {
      level,
      base: { node: nodeName },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedPaths, censor: '[redacted]' },
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
    },
    destination ?? turnDestination(),
  );
}

let root: Logger | undefined;

/** A logger for one category; `bindings` (actor, documentId, requestId …) are on each of its lines. */
export function logger(category: LogCategory, bindings: Bindings = {}): Logger {
  root ??= createRootLogger();
  return root.child({ category, ...bindings });
}
