import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { root } from './paths.mjs';
import { freePorts, isFree } from './ports.mjs';
import { endOrphans, liveRecords } from './records.mjs';

// Two starts of the whole house, the first of which may have to build it.
jest.setTimeout(400_000);

describe('npm start', () => {
  const data = mkdtempSync(join(tmpdir(), 'hemicycle-start-'));
  let environment: Record<string, string | undefined>;
  let portal = 0;
  let livekit = 0;

  beforeAll(async () => {
    // PostgreSQL, which does not run as root, must be able to pass through to its data.
    chmodSync(data, 0o711);
    const [first = 0, realtime = 0, postgres = 0, mail = 0, smtp = 0] = await freePorts(5);
    const [keycloak = 0] = await freePorts(2, { consecutive: true });
    [livekit = 0] = await freePorts(4, { consecutive: true });
    portal = first;
    const { PATH, HOME, JAVA_HOME } = process.env;
    environment = {
      PATH,
      HOME,
      JAVA_HOME,
      HEMICYCLE_DATA: data,
      PORT: String(portal),
      REALTIME_PORT: String(realtime),
      POSTGRES_PORT: String(postgres),
      KEYCLOAK_PORT: String(keycloak),
      LIVEKIT_PORT: String(livekit),
      MAIL_PORT: String(mail),
      MAIL_SMTP_PORT: String(smtp),
    };
  });
  afterAll(async () => {
    await endOrphans(join(data, 'run'));
    rmSync(data, { recursive: true, force: true });
  });

  const start = (): ChildProcess =>
    spawn(process.execPath, ['infra/local/start.mjs'], {
      cwd: root,
      env: environment as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  /** What it printed until it was ready. */
  async function ready(launcher: ChildProcess): Promise<string> {
    let text = '';
    return new Promise((resolve, reject) => {
      const read = (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('npm run reset starts over')) resolve(text);
      };
      launcher.stdout?.on('data', read);
      launcher.stderr?.on('data', read);
      launcher.once('exit', () => reject(new Error(text)));
    });
  }

  it('survives a kill -9 of itself, and leaves nothing behind after Ctrl-C', async () => {
    const first = start();
    const text = await ready(first);
    expect(text).toContain(`Hemicycle is ready at http://localhost:${portal}`);
    expect(text).toMatch(/(cold|warm) start in \d+\.\d s/);
    expect(text).toContain('ines.moreau');
    expect(text).toMatch(/Mail +http:\/\/localhost:\d+ /);
    const health = await fetch(`http://127.0.0.1:${portal}/api/health/ready`);
    expect(await health.json()).toMatchObject({ status: 'ready' });

    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(liveRecords(join(data, 'run')).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['keycloak', 'livekit', 'portal', 'postgres', 'realtime']),
    );

    const second = start();
    expect(await ready(second)).toContain('Ended what an earlier, killed start had left running');
    expect((await fetch(`http://127.0.0.1:${portal}/api/health/ready`)).status).toBe(200);

    second.kill('SIGINT');
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(liveRecords(join(data, 'run'))).toEqual([]);
    expect(await Promise.all([isFree(portal), isFree(livekit)])).toEqual([true, true]);
  });
});
