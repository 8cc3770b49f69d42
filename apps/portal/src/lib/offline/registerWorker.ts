/** Has the browser run our service worker, which shows pages without a network (ADR 7). Not while developing. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  // biome-ignore lint/style/noProcessEnv: no setting; the compiler writes the kind of build in here
  if (process.env.NODE_ENV === 'production') {
    // A browser that refuses has the product without its offline part.
    serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
    return;
  }
  // One that a built workspace left at the same address would answer with that one's files.
  void serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())));
}
