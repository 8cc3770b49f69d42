'use client';

import { CopyStore } from '@hemicycle/collab/offline';
import {
  connectDocument,
  DocumentCopy,
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
import { loadSignOutDialog } from '@/features/shell/loadSignOutDialog';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { keepShell } from '@/lib/offline/keepShell';
import { isSignedOut } from '@/lib/offline/signOutNews';
import { TabSocket } from '@/lib/tabSocket';
import type { OpenableDocument } from '../lib/OpenableDocument';

/** One person's open copy of a document: what the editor binds to, the line to the server, and what is kept on disk. */
export interface DocumentSession {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly connection: DocumentHandle;
  /** Null when this browser keeps nothing. */
  readonly copy: DocumentCopy | null;
}

export interface SessionParts {
  readonly document: OpenableDocument;
  readonly person: { readonly id: string; readonly name: string; readonly hue: number };
  /** The server made this page for this person; else it is asked first whose session this is. */
  readonly isVerified: boolean;
  /** The server closed the line for good; the code is one of `CLOSE`. */
  readonly onClosed: (code: number) => void;
  readonly onNotice: (notice: DocumentNotice) => void;
}

/**
 * Opens a document for as long as the component lives. Null until then: the Yjs document is made in an effect, so that
 * rendering twice does not open it twice.
 */
export function useDocumentSession(parts: SessionParts): DocumentSession | null {
  const { document, person } = parts;
  const [session, setSession] = useState<DocumentSession | null>(null);
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new name is no other document
  useEffect(() => {
    let ended = false;
    let close = () => {};
    void openCopy(latest.current).then(({ doc, copy }) => {
      if (ended) return void copy?.close();
      const opened = connect(doc, copy, latest.current, latest);
      const stopWarning = warnBeforeLeaving({ hasUnsaved: () => wouldLose(opened) });
      setSession(opened);
      close = () => {
        setSession(null);
        stopWarning();
        // The copy first: it still asks the connection how things stand.
        void copy?.close();
        opened.connection.destroy();
        opened.awareness.destroy();
        doc.destroy();
      };
    });
    return () => {
      ended = true;
      close();
    };
  }, [document.id, document.epoch, person.id]);
  useEffect(() => {
    const { title, spaceName, abilities } = document;
    session?.copy?.describe({ title, spaceName, writable: abilities.write });
  }, [session, document]);
  return session;
}

async function openCopy({
  document,
  person,
}: SessionParts): Promise<{ doc: Doc; copy: DocumentCopy | null }> {
  const doc = new Doc();
  shareEmptyTexts(doc);
  const { id, epoch, title, spaceId, spaceName, abilities } = document;
  const details = { documentId: id, epoch, title, spaceId, spaceName, writable: abilities.write };
  const copy = await DocumentCopy.open(doc, { ...details, accountId: person.id });
  return { doc, copy };
}

function connect(
  doc: Doc,
  copy: DocumentCopy | null,
  { document, person, isVerified }: SessionParts,
  latest: { readonly current: SessionParts },
): DocumentSession {
  const { id, name, hue } = person;
  const awareness = new Awareness(doc);
  // The server writes its own over this for others; here it serves until the first answer.
  awareness.setLocalStateField('user', { id, name, hue });
  let verified = isVerified;
  const connection = connectDocument({
    documentId: document.id,
    doc,
    awareness,
    copy: copy
      ? { epoch: document.epoch, complete: copy.found.syncedAt !== null, unsaved: copy.found.unsaved }
      : undefined,
    ticket: async () => {
      if (!verified) await verifyPerson(id);
      verified = false;
      return documentTicket(document.id);
    },
    socketOrigin: location.origin.replace(/^http/, 'ws'),
    WebSocket: TabSocket,
  });
  connection.onClosed((code) => latest.current.onClosed(code));
  connection.onNotice((notice) => latest.current.onNotice(notice));
  if (copy) {
    copy.follow(connection);
    connection.onSynced(() => prepareOffline({ id, name, hue }));
  }
  return { doc, awareness, connection, copy };
}

/** Once a copy can be shown, everything that shows it, and that takes it away, must be here as well. */
function prepareOffline(person: SessionParts['person']): void {
  const prepared = Promise.all([
    CopyStore.use((store) => store.setAccount(person)),
    keepShell(),
    loadSignOutDialog(),
  ]);
  // What could not be had now is tried again with the next page.
  prepared.catch(() => undefined);
}

/** Leaving the page now would lose something: it is stored neither there nor here. */
function wouldLose({ connection, copy }: DocumentSession): boolean {
  return connection.hasUnsaved() && copy?.state !== 'kept' && !isSignedOut();
}

/**
 * Between two connections somebody else may have signed in in this browser: what this page holds must not go up in
 * their name, nor what they may read come down into this copy.
 */
async function verifyPerson(personId: string): Promise<void> {
  try {
    const me = await api('GET /me');
    if (me.id !== personId) throw new TicketRefused(CLOSE.signedOut);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) throw new TicketRefused(CLOSE.signedOut);
    throw error;
  }
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
