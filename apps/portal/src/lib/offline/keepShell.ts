/**
 * Asks the service worker to have the page that opens without a network, in this page's language and look, and whatever
 * this page may still fetch: menus and dialogs of an open document must not need a network either.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const { lang, dataset } = document.documentElement;
  const look = [lang, dataset.theme, dataset.contrast, dataset.motion].join('.');
  active?.postMessage({ kind: 'keepShell', look, files: filesOfThisPage() });
}

function filesOfThisPage(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /^\/_next\/static\/.+\.(js|css)$/.test(path));
}
