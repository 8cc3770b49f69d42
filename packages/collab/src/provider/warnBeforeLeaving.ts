import type { DocumentHandle } from './connectDocument';

/** Has the browser ask before the page is left while edits are not stored. Returns what ends it. */
export function warnBeforeLeaving(handle: Pick<DocumentHandle, 'hasUnsaved'>): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (handle.hasUnsaved()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
