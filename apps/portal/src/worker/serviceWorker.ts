import { PendingSignOut } from './PendingSignOut';
import { Shell } from './Shell';
import type { RequestEvent, WorkerScope } from './workerScope';

declare const self: WorkerScope;
/** Names the build this worker belongs to; written in by tools/bundleWorker.mjs. */
declare const BUILD: string;

/** Who waits longer for a page is better served by what is on the device. Milliseconds. */
const PATIENCE = 10_000;
/** Answered by the server alone: what is not a page of ours, and signing in. */
const NOT_PAGES = /^\/(api|auth|rtc|realtime|twirp|_next)(\/|$)|^\/service-worker\.js$/;
const SIGN_IN = /^\/sign-in(\/|$)/;

const isStatic = (path: unknown): path is string =>
  typeof path === 'string' && path.startsWith('/_next/static/');
const shell = new Shell(BUILD);
const pendingSignOut = new PendingSignOut();

self.addEventListener('install', (event) => {
  // Failing here leaves the build before in place, shell and all.
  event.waitUntil(shell.hasEarlier().then((earlier) => (earlier ? shell.keep('update', []) : undefined)));
});

// Not before every tab of the build before is closed: its files are kept as long as somebody may need them.
self.addEventListener('activate', (event) => {
  const preload = self.registration.navigationPreload?.enable();
  event.waitUntil(Promise.all([shell.removeEarlier(), preload, self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const { data } = event;
  if (typeof data !== 'object' || data === null || !('kind' in data)) return;
  if (data.kind === 'keepShell' && 'look' in data && 'files' in data && Array.isArray(data.files)) {
    const kept = shell.keep(String(data.look), data.files.filter(isStatic));
    // What could not be had now, the next page that opens a document asks for again.
    event.waitUntil(Promise.all([self.clients.claim(), kept]).catch(() => undefined));
  } else if (data.kind === 'signOut') {
    event.waitUntil(pendingSignOut.begin().then(() => event.ports[0]?.postMessage('kept')));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/_next/static/')) event.respondWith(shell.file(request));
  else if (request.mode !== 'navigate') return;
  // Left to the browser it would be asked for again, beside what was already asked for ahead of this worker: a code of a
  // sign-in, which counts once, would be spent before it is used.
  else if (NOT_PAGES.test(url.pathname)) event.respondWith(preloaded(event));
  else event.respondWith(page(event, SIGN_IN.test(url.pathname)));
});

/** The page from the server; the shell when there is no answer. Answers of the server, errors too, are its own. */
async function page(event: RequestEvent, onlineOnly: boolean): Promise<Response> {
  const signOut = await pendingSignOut.finish();
  if (signOut === 'pending') return (await shell.page()) ?? Response.error();
  // What the browser asked for by itself, it asked for before the session was ended.
  const fetched = signOut === 'ended' ? fetch(event.request) : preloaded(event);
  if (onlineOnly) return fetched;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([fetched.catch(() => undefined), late]);
  return first ?? (await shell.page()) ?? fetched;
}

async function preloaded(event: RequestEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}
