import { z } from 'zod';

const withoutTrailingSlash = (value: string): string => value.replace(/\/+$/, '');

/** An http(s) address; the trailing slash is dropped so that paths can be appended. */
export const httpUrl = z
  .string()
  .refine((value) => hasProtocol(value, ['http:', 'https:']), 'an http:// or https:// address is needed')
  .transform(withoutTrailingSlash);

/** A ws(s) address, as the LiveKit client libraries take it. */
export const socketUrl = z
  .string()
  .refine((value) => hasProtocol(value, ['ws:', 'wss:']), 'a ws:// or wss:// address is needed')
  .transform(withoutTrailingSlash);

export const postgresUrl = z
  .string()
  .refine((value) => hasProtocol(value, ['postgres:', 'postgresql:']), 'a postgresql:// address is needed');

export const valkeyUrl = z
  .string()
  .refine((value) => hasProtocol(value, ['redis:', 'rediss:']), 'a redis:// or rediss:// address is needed');

/** An origin alone: a path would end up in cookies, redirect addresses and the token issuer. */
export const originUrl = httpUrl.refine(
  (value) => URL.canParse(value) && new URL(value).origin === value.toLowerCase(),
  'scheme, host and port only, without a path',
);

export const port = z.coerce
  .number({ error: 'a port number is needed' })
  .int('a port number is needed')
  .min(1, 'a port from 1 to 65535 is needed')
  .max(65_535, 'a port from 1 to 65535 is needed');

export const nonEmpty = z.string().min(1, 'a value is needed');

/** A JSON object of numbers. */
export const namedNumbers = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('a JSON object is needed');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.number().positive('numbers above 0 are needed')));

function hasProtocol(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
