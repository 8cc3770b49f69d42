import { connectDocument, type DocumentHandle, type LoadedCopy } from '@hemicycle/collab/provider';
import type { DocumentNotice } from '@hemicycle/contracts';
import { until } from '@hemicycle/testing';
import { WebSocket as NodeWebSocket } from 'ws';
import * as Y from 'yjs';
import type { House, Resident } from './createHouse';
import { PUBLIC_ORIGIN, type ServerProcess } from './startServerProcess';

/** Somebody editing a document through the product's own provider. */
export interface TestEditor {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly handle: DocumentHandle;
  readonly statuses: string[];
  readonly notices: DocumentNotice[];
  /** The code the connection ended with for good, or null. */
  closedWith(): number | null;
  /** Waits until every edit made here is acknowledged as stored. */
  saved(): Promise<void>;
  /** The sockets opened so far, newest last; to cut them. */
  readonly sockets: NodeWebSocket[];
  close(): void;
}

/** Open editors, so that a failed test leaves none behind. */
const open = new Set<TestEditor>();

export function closeEditors(): void {
  for (const editor of open) editor.close();
}

/** Opens the document; resolves when it was received completely. */
export async function openEditor(
  house: House,
  server: Pick<ServerProcess, 'socketOrigin'>,
  person: Resident,
  documentId: string,
  options: { wait?: boolean; doc?: Y.Doc; copy?: LoadedCopy; WebSocket?: typeof WebSocket } = {},
): Promise<TestEditor> {
  const doc = options.doc ?? new Y.Doc();
  const sockets: NodeWebSocket[] = [];
  const Socket = class extends NodeWebSocket {
    constructor(address: string | URL) {
      super(address, { origin: PUBLIC_ORIGIN });
      sockets.push(this);
    }
  };
  const handle = connectDocument({
    documentId,
    doc,
    socketOrigin: server.socketOrigin,
    copy: options.copy,
    ticket: async () => ({ ticket: await house.ticket(person, documentId), epoch: 1 }),
    WebSocket: options.WebSocket ?? (Socket as unknown as typeof WebSocket),
  });
  const statuses: string[] = [];
  const notices: DocumentNotice[] = [];
  let closed: number | null = null;
  handle.onStatus((status) => void statuses.push(status));
  handle.onNotice((notice) => void notices.push(notice));
  handle.onClosed((code) => {
    closed = code;
  });
  const editor: TestEditor = {
    doc,
    text: doc.getText('t'),
    handle,
    statuses,
    notices,
    sockets,
    closedWith: () => closed,
    saved: () => until(() => handle.status === 'saved', `saved (is ${handle.status})`, 30_000),
    close: () => {
      open.delete(editor);
      handle.destroy();
      doc.destroy();
    },
  };
  open.add(editor);
  if (options.wait !== false) await until(() => handle.synced, 'editor synced');
  return editor;
}
