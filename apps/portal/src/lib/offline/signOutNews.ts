const CHANNEL = 'hemicycle.signOut';

/** Tells every tab of this browser, this one too, that its account was signed out, and where to go now. */
export function tellSignOut(path: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(path);
  channel.close();
}

/** Leaves this page when its account is signed out in any tab. Returns what ends it. */
export function leaveOnSignOut(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    // Whoever signed out has said what may be lost: the page asks nothing more.
    document.documentElement.dataset.signedOut = '';
    location.assign(String(data));
  };
  return () => channel.close();
}

/** This page is on its way out after a sign-out. */
export function isSignedOut(): boolean {
  return document.documentElement.dataset.signedOut !== undefined;
}
