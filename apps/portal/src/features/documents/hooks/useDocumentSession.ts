'use client';

import {
  connectDocument,
  type DocumentHandle,
  type DocumentTicket,
  TicketRefused,
  warnBeforeLeaving,
} from '@hemicycle/collab/provider';
import { shareEmptyTexts } from '@hemicycle/collab/schema';
import { CLOSE, type DocumentNotice } from '@hemicycle/contracts';
import { useEffect, useRef, useState } from 'react';
import { Awareness } from 'y-protocols/awareness';
import { Doc } from 'yjs';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { TabSocket } from '@/lib/tabSocket';

/** One person's open copy of a document: what the editor binds to, and the line to the server. */
export interface DocumentSession {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly connection: DocumentHandle;
}

export interface SessionParts {
  readonly documentId: string;
  readonly person: { readonly id: string; readonly name: string; readonly hue: number };
  /** The server closed the line for good; the code is one of `CLOSE`. */
  readonly onClosed: (code: number) => void;
  readonly onNotice: (notice: DocumentNotice) => void;
}

/**
 * Opens a document for as long as the component lives. Null until then: the Yjs document is made in an effect, so that
 * rendering twice does not open it twice.
 */
export function useDocumentSession(parts: SessionParts): DocumentSession | null {
  const { documentId } = parts;
  const [session, setSession] = useState<DocumentSession | null>(null);
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(() => {
    const doc = new Doc();
    shareEmptyTexts(doc);
    const awareness = new Awareness(doc);
    const { id, name, hue } = latest.current.person;
    // The server writes its own over this for others; here it serves until the first answer.
    awareness.setLocalStateField('user', { id, name, hue });
    const connection = connectDocument({
      documentId,
      doc,
      awareness,
      ticket: () => documentTicket(documentId),
      socketOrigin: location.origin.replace(/^http/, 'ws'),
      WebSocket: TabSocket,
    });
    connection.onClosed((code) => latest.current.onClosed(code));
    connection.onNotice((notice) => latest.current.onNotice(notice));
    const stopWarning = warnBeforeLeaving(connection);
    setSession({ doc, awareness, connection });
    return () => {
      setSession(null);
      stopWarning();
      connection.destroy();
      awareness.destroy();
      doc.destroy();
    };
  }, [documentId]);
  return session;
}

/** A refusal for good ends the connection; anything else (no network, a server that restarts) is tried again. */
async function documentTicket(documentId: string): Promise<DocumentTicket> {
  try {
    return await api('POST /tickets', { body: { purpose: 'document', documentId } });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 401) throw new TicketRefused(CLOSE.signedOut);
    if (error.status === 403) throw new TicketRefused(CLOSE.forbidden);
    if (error.status === 404) throw new TicketRefused(CLOSE.notFound);
    throw error;
  }
}
