import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { ActorName } from './accounts';
import { environment } from './environment';
import { watchForeignRequests } from './foreignRequests';
import { launchBrowser } from './launchBrowser';
import { rememberPeerConnections } from './media';
import { signIn } from './signIn';

type StoredState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Opens browsers for the people of a scenario. */
export interface People {
  /** A signed-in browser of its own for `actor`; signs in through Keycloak's page once per run of the file. */
  as(actor: ActorName, options?: Look): Promise<Page>;
  /** A browser nobody signed in with. */
  visitor(options?: Look): Promise<Page>;
}

export interface Look {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'en-GB' | 'fr-FR' | 'de-DE';
  /** Address of a proxy that everything goes through. */
  readonly proxy?: string;
}

/**
 * Scenarios with named people. Whatever a scenario does, no browser in it may send a request to an origin but ours:
 * that is asserted at the end of each.
 */
export const test = base.extend<
  { people: People },
  { chromium: Browser; states: Map<ActorName, StoredState> }
>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  states: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  people: async ({ chromium, states }, use) => {
    const contexts: BrowserContext[] = [];
    const foreign: string[][] = [];
    const open = async (look: Look = {}, storageState?: StoredState) => {
      const context = await chromium.newContext({
        baseURL: environment.url,
        locale: look.locale ?? 'en-GB',
        colorScheme: look.theme ?? 'light',
        viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
        permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
        ...(storageState ? { storageState } : {}),
        // Chromium spares its own machine the proxy unless told not to.
        ...(look.proxy ? { proxy: { server: look.proxy, bypass: '<-loopback>' } } : {}),
      });
      contexts.push(context);
      foreign.push(watchForeignRequests(context, environment.url));
      const page = await context.newPage();
      await rememberPeerConnections(page);
      return page;
    };
    await use({
      visitor: (look) => open(look),
      async as(actor, look) {
        const known = states.get(actor);
        const page = await open(look, known);
        if (known) {
          await page.goto('/');
        } else {
          await signIn(page, actor);
          states.set(actor, await page.context().storageState());
        }
        return page;
      },
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(foreign.flat(), 'requests to an origin but our own').toEqual([]);
  },
});

export { expect };
