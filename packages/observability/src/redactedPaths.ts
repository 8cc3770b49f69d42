const secretKeys = [
  'accessToken',
  'apiSecret',
  'authorization',
  'Authorization',
  'busUrl',
  'client_secret',
  'clientSecret',
  'code',
  'cookie',
  'Cookie',
  'databaseUrl',
  'idToken',
  'logout_token',
  'password',
  'refreshToken',
  'secret',
  '["set-cookie"]',
  'ticket',
  'token',
];

const at = (prefix: string, key: string): string =>
  key.startsWith('[') ? `${prefix}${key}` : `${prefix}.${key}`;

/** Paths pino censors: each secret key alone and under up to two parents (`req.headers.cookie`). */
export const redactedPaths: string[] = secretKeys.flatMap((key) => [key, at('*', key), at('*.*', key)]);
