import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createProgress } from './createProgress.mjs';
import { createSupervisor } from './createSupervisor.mjs';
import { installedAsLocked } from './dependencies.mjs';
import { hashFiles, onceFor } from './hashFiles.mjs';
import { LaunchError } from './LaunchError.mjs';
import { createCluster } from './parts/postgres.mjs';
import { freePorts, requireFreePorts } from './ports.mjs';
import { endForeign } from './processes.mjs';
import { requireReachable } from './reach.mjs';
import { liveRecords, writeRecord } from './records.mjs';
import { readSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';
import { requireDisk, requireNode, requireTools } from './tools.mjs';

const folder = () => mkdtempSync(join(tmpdir(), 'hemicycle-launcher-'));

/** What the launcher would print. */
async function message(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LaunchError) return error.text;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('messages', () => {
  it('names a busy port, who holds it, and each way to go on', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const text = await message(() =>
      requireFreePorts([{ port, part: 'LiveKit', variable: 'LIVEKIT_PORT', address: 'LIVEKIT_URL' }]),
    );
    server.close();
    expect(text).toContain(`A port is in use: ${port} (for LiveKit).`);
    expect(text).toContain('→ use another port: LIVEKIT_PORT=<free port> npm start');
    expect(text).toContain('LIVEKIT_URL=…');
  });

  it('names every missing and every outdated tool at once', async () => {
    const tool = { args: ['--version'], pattern: /v(\d+)\.(\d+)/, purpose: 'does things', ways: ['get it'] };
    const text = await message(() =>
      requireTools([
        { ...tool, name: 'Frobnicator', command: 'hemicycle-no-such-tool', least: [1, 0] },
        { ...tool, name: 'Node', command: process.execPath, least: [999, 0] },
        { ...tool, name: 'Node', command: process.execPath, least: [1, 0] },
      ]),
    );
    expect(text).toContain('Frobnicator (it does things) was not found');
    expect(text).toMatch(/Node \(it does things\) is version \d+\.\d+; 999 or newer is needed/);
    expect(text.match(/→ get it/g)).toHaveLength(1);
  });

  it('refuses an old Node and a full disk', async () => {
    expect(await message(() => requireNode('18.20.1'))).toContain('18.20.1 is too old');
    requireNode('20.19.0');
    requireNode('22.1.0');
    requireDisk(tmpdir(), true);
    expect(await message(() => requireDisk('/proc', true))).toContain('too little room');
  });

  it('says when the database was made by a data folder that is gone', async () => {
    const data = folder();
    // Where PostgreSQL, which does not run as root, may pass.
    chmodSync(data, 0o711);
    const cluster = `${data}/postgres`;
    mkdirSync(cluster);
    writeFileSync(`${cluster}/hemicycle-ready`, 'of another password');
    const text = await message(() =>
      createCluster({
        folder: cluster,
        port: 1,
        superuserPassword: 'a'.repeat(64),
        logFile: '/dev/null',
        databases: [],
      }),
    );
    expect(text).toContain('npm run reset');
    expect(existsSync(`${cluster}/hemicycle-ready`)).toBe(true);
  });

  it('asks for what a given address needs besides', async () => {
    const env = { HEMICYCLE_DATA: folder(), LIVEKIT_URL: 'wss://media.example' };
    expect(await message(() => readSettings({ development: false }, env))).toContain(
      'LIVEKIT_URL is given without LIVEKIT_API_KEY and LIVEKIT_API_SECRET',
    );
    expect(
      await message(() => readSettings({ development: false }, { HEMICYCLE_DATA: folder(), PORT: 'x' })),
    ).toContain('PORT is not a port');
  });
});

describe('a Valkey that is given', () => {
  const settings = (busUrl: string) =>
    readSettings({ development: false }, { HEMICYCLE_DATA: folder(), BUS_URL: busUrl });

  it('must be an address, and must answer; its password is not repeated', async () => {
    const wrong = await message(() => settings('http://:hunter2@valkey'));
    expect(wrong).toContain('BUS_URL is not the address of a Valkey');
    const [port = 0] = await freePorts(1);
    const silent = await message(() => requireReachable(settings(`redis://:hunter2@127.0.0.1:${port}`)));
    expect(silent).toContain(`Valkey does not answer at 127.0.0.1:${port}.`);
    expect(silent).toContain('or unset BUS_URL: then PostgreSQL carries the wake-ups');
    expect(wrong + silent).not.toContain('hunter2');
  });

  it('is handed on to our servers', () => {
    expect(settings('redis://valkey:6379').environment).toMatchObject({ BUS_URL: 'redis://valkey:6379' });
    expect(settings('').external.bus).toBe(false);
  });
});

describe('settings', () => {
  it('takes a given part by its address and moves with the port', () => {
    const { environment, external, url } = readSettings(
      { development: false },
      { HEMICYCLE_DATA: folder(), PORT: '4444', DATABASE_URL: 'postgresql://a@db/b' },
    );
    expect(external).toMatchObject({ postgres: true, keycloak: false });
    expect(url).toBe('http://localhost:4444');
    expect(environment).toMatchObject({ DATABASE_URL: 'postgresql://a@db/b', NEXT_TELEMETRY_DISABLED: '1' });
  });

  it('makes secrets once, for the owner alone', () => {
    const path = join(folder(), 'secrets');
    const first = readSecrets(path);
    expect(first.livekit).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
    expect(readSecrets(path)).toEqual(first);
    expect(statSync(`${path}/livekit`).mode & 0o777).toBe(0o600);
  });
});

describe('what an earlier start left behind', () => {
  it('forgets stale records, also when the pid lives on as something else', () => {
    const run = folder();
    const record = { name: 'livekit', stopSignal: 'SIGTERM' };
    writeFileSync(`${run}/gone.json`, JSON.stringify({ ...record, pid: 2 ** 22 + 1, start: '1' }));
    writeFileSync(
      `${run}/reused.json`,
      JSON.stringify({ ...record, pid: process.pid, start: 'another time' }),
    );
    writeFileSync(`${run}/broken.json`, '{');
    expect(liveRecords(run)).toEqual([]);
    expect(existsSync(`${run}/reused.json`)).toBe(false);
  });

  it('ends an orphan, even one that does not listen', async () => {
    const script = "process.on('SIGTERM', () => {}); process.stdout.write('up'); setInterval(() => {}, 1000)";
    const child = spawn(process.execPath, ['-e', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    const run = folder();
    writeRecord(run, 'portal', child.pid ?? 0, 'SIGTERM');
    const [orphan] = liveRecords(run);
    expect(orphan?.name).toBe('portal');
    await endForeign(child.pid ?? 0, orphan?.start ?? '', 'SIGTERM', 200);
    expect(liveRecords(run)).toEqual([]);
  });
});

describe('the supervisor', () => {
  it('brings a part that dies back, says so, and stops what it started', async () => {
    const run = folder();
    const [port = 0] = await freePorts(1);
    const said: string[] = [];
    const supervisor = createSupervisor({ runFolder: run, say: (text) => said.push(text) });
    const answers = () => fetch(`http://127.0.0.1:${port}`).then((response) => response.text());
    await supervisor.start('part', {
      name: 'Part',
      command: process.execPath,
      args: [
        '-e',
        `require('http').createServer((q, r) => r.end(String(process.pid))).listen(${port}, '127.0.0.1')`,
      ],
      cwd: run,
      env: process.env,
      logFile: `${run}/part.log`,
      ready: async () => (await answers()).length > 0,
      readyMs: 10_000,
    });
    const first = await answers();
    process.kill(Number(first), 'SIGKILL');
    await until(() => said.some((text) => text.includes('Part is back')));
    expect(said[0]).toContain('Part ended by SIGKILL; starting it again in 1 s');
    expect(await answers()).not.toBe(first);
    await supervisor.stop();
    await expect(answers()).rejects.toThrow();
    expect(readdirSync(run).filter((file) => file.endsWith('.json'))).toEqual([]);
  });

  it('shows the end of the log of a part that does not start', async () => {
    const run = folder();
    const supervisor = createSupervisor({ runFolder: run, say: () => {} });
    const text = await message(() =>
      supervisor.start('part', {
        name: 'Part',
        command: process.execPath,
        args: ['-e', "console.error('no such database'); process.exit(3)"],
        cwd: run,
        env: process.env,
        logFile: `${run}/part.log`,
        ready: async () => false,
        readyMs: 10_000,
      }),
    );
    expect(text).toContain('Part did not start.');
    expect(text).toContain('with exit code 3');
    expect(text).toContain('no such database');
  });
});

describe('work that is done once', () => {
  it('is repeated when an input changes, and not for tests or results', async () => {
    const base = folder();
    mkdirSync(`${base}/src/dist`, { recursive: true });
    writeFileSync(`${base}/src/a.ts`, '1');
    let done = 0;
    const work = () =>
      onceFor(`${base}/stamp`, hashFiles(base, ['src']), async () => {
        done += 1;
      });
    expect([await work(), await work()]).toEqual([true, false]);
    writeFileSync(`${base}/src/a.test.ts`, '2');
    writeFileSync(`${base}/src/dist/a.js`, '3');
    expect(await work()).toBe(false);
    writeFileSync(`${base}/src/a.ts`, '4');
    expect(await work()).toBe(true);
    expect(done).toBe(2);
  });

  it('is not stamped when it fails', async () => {
    const stamp = join(folder(), 'stamp');
    const failing = () => onceFor(stamp, 'h', () => Promise.reject(new Error('no')));
    await expect(failing()).rejects.toThrow('no');
    expect(existsSync(stamp)).toBe(false);
  });

  it('compares what is installed with the lock file', () => {
    const base = folder();
    mkdirSync(`${base}/node_modules`);
    const lock = (version: string) =>
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/a': { version },
          'node_modules/b-darwin': { version, optional: true },
        },
      });
    writeFileSync(`${base}/package-lock.json`, lock('1.0.0'));
    expect(installedAsLocked(base)).toBe(false);
    const installed = { packages: { 'node_modules/a': { version: '1.0.0' } } };
    writeFileSync(`${base}/node_modules/.package-lock.json`, JSON.stringify(installed));
    expect(installedAsLocked(base)).toBe(true);
    writeFileSync(`${base}/package-lock.json`, lock('1.0.1'));
    expect(installedAsLocked(base)).toBe(false);
  });
});

describe('progress', () => {
  it('shows each step with its time, and what was unchanged', async () => {
    const out = new PassThrough();
    const progress = createProgress(out as unknown as NodeJS.WriteStream);
    await progress.step('Building', async () => {});
    await progress.step('Migrating', async () => false);
    await expect(progress.step('Failing', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    progress.end();
    const text = String(out.read());
    expect(text).toMatch(/✓ Building +\d+\.\d s\n/);
    expect(text).toMatch(/✓ Migrating +\d+\.\d s {2}\(unchanged\)/);
    expect(text).toContain('✗ Failing');
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
