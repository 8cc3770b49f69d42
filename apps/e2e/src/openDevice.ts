import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTcpProxy } from '@hemicycle/testing';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserOptions } from './browserOptions';
import { environment } from './environment';
import { watchForeignRequests } from './foreignRequests';
import type { Look } from './test';

/** Somebody's computer: a browser with a profile on disk, on a network cable of its own. */
export interface Device {
  /** The open page; another one after `reopen`. */
  readonly page: Page;
  /** Pulls the cable: for pages, sockets and the service worker alike. */
  unplug(): void;
  plugIn(): void;
  /** Closes the browser and opens it again, profile and all. */
  reopen(): Promise<Page>;
  /** Requests that left for an origin but ours. */
  readonly foreign: readonly string[];
  close(): Promise<void>;
}

/** Playwright's own "offline" does not reach service workers: here every byte goes through a proxy that can be cut. */
export async function openDevice(look: Look = {}): Promise<Device> {
  const profile = mkdtempSync(join(tmpdir(), 'hemicycle-profile-'));
  const { hostname, port } = new URL(environment.url);
  const cable = await startTcpProxy({ host: hostname, port: Number(port) });
  const foreign: string[] = [];
  const { executablePath, args } = browserOptions();
  const open = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...args, `--host-resolver-rules=MAP ${hostname}:${port} 127.0.0.1:${cable.port}`],
      baseURL: environment.url,
      locale: look.locale ?? 'en-GB',
      colorScheme: look.theme ?? 'light',
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    });
    const seen = watchForeignRequests(context, environment.url);
    context.on('close', () => foreign.push(...seen));
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  let current = await open();
  return {
    get page() {
      return current.page;
    },
    unplug: cable.down,
    plugIn: cable.up,
    async reopen() {
      await current.context.close();
      current = await open();
      return current.page;
    },
    foreign,
    async close() {
      await current.context.close();
      await cable.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
