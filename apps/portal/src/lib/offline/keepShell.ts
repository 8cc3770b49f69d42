/** Asks the service worker to have the page that opens without a network, in this page's language and look. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  const { lang, dataset } = document.documentElement;
  const look = [lang, dataset.theme, dataset.contrast, dataset.motion].join('.');
  active?.postMessage({ kind: 'keepShell', look });
}
