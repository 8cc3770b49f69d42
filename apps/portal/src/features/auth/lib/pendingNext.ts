import { nextPath } from '@/lib/nextPath';

const key = 'hemicycle.next';

/** Keeps where to go while the person is at Keycloak: its redirect address is fixed and carries nothing of ours. */
export function rememberNext(path: string): void {
  try {
    sessionStorage.setItem(key, path);
  } catch {
    // Without storage one lands on Home.
  }
}

/** Takes it out again, checked anew: other scripts of this origin may write there. */
export function takeNext(): string {
  try {
    const path = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return nextPath(path);
  } catch {
    return '/';
  }
}
