/** Against a storage that fills with ids of documents long gone. */
const MOST = 300;

const keyOf = (spaceId: string) => `hemicycle-tree ${spaceId}`;

/** Which rows of a space's tree this browser tab has unfolded. */
export function readOpenRows(spaceId: string): ReadonlySet<string> {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(keyOf(spaceId)) ?? '[]');
    return new Set(Array.isArray(saved) ? saved.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

export function saveOpenRows(spaceId: string, ids: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(keyOf(spaceId), JSON.stringify([...ids].slice(-MOST)));
  } catch {
    // Storage is full or forbidden: the tree opens folded next time.
  }
}
