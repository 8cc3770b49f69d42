import { nextPath } from '../nextPath';

const name = 'hemicycle:step-up';

/** An action was refused until the person signs in once more: tells the page's own dialog. */
export function askForStepUp(): void {
  window.dispatchEvent(new Event(name));
}

/** Calls `listener` whenever one is asked for; returns how to stop. */
export function onStepUp(listener: () => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/** Address of the sign-in page that asks for credentials again, also of who is signed in, and comes back to `path`. */
export function stepUpPath(path: string): string {
  return `/sign-in?${new URLSearchParams({ again: '1', next: nextPath(path) })}`;
}
