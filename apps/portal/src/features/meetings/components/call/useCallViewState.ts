import type { LayoutChoice } from '@hemicycle/media/client';
import { useCallback, useMemo, useState } from 'react';
import type { CallViewActions, Panel, ViewState } from './viewState';

/** What this person sees of the meeting. The open document is also in the address, so that a reload keeps it. */
export function useCallViewState(initialDocumentId: string | null): {
  view: ViewState;
  actions: CallViewActions;
} {
  const [layout, setLayout] = useState<LayoutChoice>('grid');
  const [selfHidden, setSelfHidden] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [documentId, setDocumentId] = useState(initialDocumentId);
  const openDocument = useCallback((id: string | null) => {
    setDocumentId(id);
    setPanel((now) => (now === 'documents' ? null : now));
    const address = new URL(location.href);
    if (id) address.searchParams.set('document', id);
    else address.searchParams.delete('document');
    history.replaceState(history.state, '', address);
  }, []);
  const togglePanel = useCallback((wanted: Panel) => setPanel((now) => (now === wanted ? null : wanted)), []);
  const closePanel = useCallback(() => setPanel(null), []);
  const view = useMemo(
    () => ({ layout, selfHidden, panel, documentId }),
    [layout, selfHidden, panel, documentId],
  );
  const actions = useMemo(
    () => ({ setLayout, setSelfHidden, togglePanel, closePanel, openDocument }),
    [togglePanel, closePanel, openDocument],
  );
  return { view, actions };
}
