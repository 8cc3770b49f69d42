import type { LayoutChoice } from '@hemicycle/media/client';

export type Panel = 'people' | 'chat' | 'documents';

/** What this person sees of the meeting; nobody else is concerned. */
export interface ViewState {
  readonly layout: LayoutChoice;
  readonly selfHidden: boolean;
  readonly panel: Panel | null;
  readonly documentId: string | null;
}

export interface CallViewActions {
  setLayout(layout: LayoutChoice): void;
  setSelfHidden(hidden: boolean): void;
  togglePanel(panel: Panel): void;
  closePanel(): void;
  /** null: closed. */
  openDocument(documentId: string | null): void;
}
