import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  busEnv,
  databaseEnv,
  EnvError,
  keycloakEnv,
  livekitEnv,
  logEnv,
  mailEnv,
  portalEnv,
  realtimeEnv,
  sessionEnv,
} from './index';

const failure = (read: () => unknown): EnvError => {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error('nothing was raised');
};

describe('environment fragments', () => {
  it('has a usable default for everything that is not a secret', () => {
    expect(portalEnv({})).toMatchObject({ url: 'http://localhost:3000', port: 3000, secure: false });
    expect(realtimeEnv({ REALTIME_PORT: '4001' })).toMatchObject({
      port: 4001,
      url: 'http://127.0.0.1:4001',
    });
    expect(logEnv({}).level).toBe('info');
  });

  it('takes limits as a JSON object of numbers, and nothing else', () => {
    expect(realtimeEnv({ REALTIME_LIMITS: '{"tailRows":9}' }).limits).toEqual({ tailRows: 9 });
    expect(realtimeEnv({}).limits).toEqual({});
    for (const wrong of ['tailRows=9', '[9]', '{"tailRows":"9"}', '{"tailRows":-1}']) {
      expect(failure(() => realtimeEnv({ REALTIME_LIMITS: wrong })).message).toContain('REALTIME_LIMITS');
    }
  });

  it('names every problem at once, with purpose and example, and repeats no secret', () => {
    const error = failure(() => livekitEnv({ LIVEKIT_URL: 'http://sfu', LIVEKIT_API_SECRET: 'hunter2' }));
    expect(error.problems).toHaveLength(3);
    expect(error.message).toContain(
      'LIVEKIT_URL is wrong: "http://sfu", a ws:// or wss:// address is needed',
    );
    expect(error.message).toContain('LIVEKIT_API_KEY is not set. It is the name of the LiveKit key. Set it');
    expect(error.message).toContain('at least 32 characters');
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses a public address with a path, which would break cookies and the issuer', () => {
    expect(failure(() => portalEnv({ HEMICYCLE_URL: 'https://gov.example/suite' })).message).toContain(
      'without a path',
    );
  });

  it('derives the issuer and socket address from the public origin', () => {
    const secret = { KEYCLOAK_SERVICE_CLIENT_SECRET: 's' };
    expect(keycloakEnv({ HEMICYCLE_URL: 'https://gov.example/', ...secret }).issuer).toBe(
      'https://gov.example/auth/realms/hemicycle',
    );
    const livekit = { LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 'x'.repeat(32) };
    expect(livekitEnv({ HEMICYCLE_URL: 'https://gov.example', ...livekit }).publicUrl).toBe(
      'wss://gov.example',
    );
  });

  it('takes the bus from the database unless a Valkey is named, and repeats no password of it', () => {
    expect(busEnv({}).url).toBeNull();
    expect(busEnv({ BUS_URL: 'redis://127.0.0.1:6379' }).url).toBe('redis://127.0.0.1:6379');
    const { message } = failure(() => busEnv({ BUS_URL: 'http://x:hunter2@valkey' }));
    expect(message).toContain('a redis:// or rediss:// address is needed');
    expect(message).not.toContain('hunter2');
  });

  it('IDN-60 has no break-glass administrator unless told, and takes no hash that is cut short', () => {
    expect(sessionEnv({})).toEqual({
      idleMs: 8 * 3_600_000,
      absoluteMs: 7 * 24 * 3_600_000,
      stepUp: { maxAgeMs: 900_000, acr: ['1'] },
      breakGlassHash: null,
    });
    expect(sessionEnv({ STEP_UP_ACR: 'eidas-high,2' }).stepUp.acr).toEqual(['eidas-high', '2']);
    const cut = 'scrypt$32768$8$3$b3RoZXJvdGhlcm90aGVy$a';
    const { message } = failure(() =>
      sessionEnv({ BREAK_GLASS_PASSWORD_HASH: cut, SESSION_IDLE_MINUTES: '0' }),
    );
    expect(message).toContain('npm run break-glass:hash');
    expect(message).toContain('SESSION_IDLE_MINUTES is wrong');
    expect(message).not.toContain('b3RoZX');
  });

  it('reads a secret from a file, and refuses two sources for one secret', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'env-')), 'database');
    writeFileSync(file, 'postgresql://a@b/c\n');
    expect(databaseEnv({ DATABASE_URL_FILE: file }).url).toBe('postgresql://a@b/c');
    expect(
      failure(() => databaseEnv({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgresql://x' })).message,
    ).toContain('both set');
    expect(failure(() => databaseEnv({ DATABASE_URL_FILE: `${file}.absent` })).message).toContain(
      'cannot be read',
    );
  });

  it('sends no mail without a server, and none with half a setting or a password in the clear', () => {
    expect(mailEnv({})).toBeNull();
    const server = { SMTP_HOST: 'smtp.gov.example', MAIL_FROM: 'no-reply@gov.example' };
    expect(mailEnv(server)).toMatchObject({ port: 587, tls: 'required', login: null });
    expect(mailEnv({ ...server, SMTP_TLS: 'implicit' })?.port).toBe(465);
    expect(failure(() => mailEnv({ SMTP_HOST: 'smtp.gov.example' })).message).toContain(
      'MAIL_FROM is not set',
    );
    expect(failure(() => mailEnv({ ...server, SMTP_USER: 'us' })).message).toContain('belong together');
    const { message } = failure(() =>
      mailEnv({ ...server, SMTP_USER: 'us', SMTP_PASSWORD: 'hunter2', SMTP_TLS: 'off' }),
    );
    expect(message).toContain('in the clear');
    expect(message).not.toContain('hunter2');
    const injected = 'no-reply@gov.example\r\nBcc: x@evil.example';
    expect(failure(() => mailEnv({ ...server, MAIL_FROM: injected })).message).toContain(
      'a mail address is needed',
    );
  });
});
