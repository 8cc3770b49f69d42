'use client';

import '../editor/editor.css';
import type { DocumentNotice } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { useEffect, useState } from 'react';
import { type SessionParts, useDocumentSession } from '../hooks/useDocumentSession';
import { usePresence } from '../hooks/usePresence';
import { useSaveStatus } from '../hooks/useSaveStatus';
import { useSynced } from '../hooks/useSynced';
import { useWrites } from '../hooks/useWrites';
import type { LineState } from '../lib/lineState';
import type { OpenableDocument } from '../lib/OpenableDocument';
import type { SurfaceVariant } from '../lib/SurfaceVariant';
import { DocumentSkeleton } from './DocumentSkeleton';
import { EditorView } from './EditorView';

export interface DocumentSurfaceProps {
  readonly document: OpenableDocument;
  readonly person: SessionParts['person'];
  readonly isVerified: boolean;
  readonly variant: SurfaceVariant;
  /** Just created: its name is selected to be typed over. */
  readonly isNew: boolean;
  readonly onLine: (line: LineState) => void;
  /** The server ended it for good, by one of `CLOSE`. */
  readonly onClosed: (code: number) => void;
}

/** The open document: connects, waits until everything is there, then shows it. Everything heavy hangs on this. */
export function DocumentSurface(props: DocumentSurfaceProps) {
  const { document, person, isVerified, variant, isNew, onLine, onClosed } = props;
  const t = useTranslations('documents');
  const [notices, setNotices] = useState<readonly DocumentNotice[]>([]);
  const session = useDocumentSession({
    document,
    person,
    isVerified,
    onClosed,
    onNotice: (notice) =>
      setNotices((before) => [...before.filter(({ kind }) => kind !== notice.kind), notice]),
  });
  const status = useSaveStatus(session);
  const synced = useSynced(session);
  const people = usePresence(session, person.id);
  const writes = useWrites(session);
  // Changes with the status, never alone.
  const transport = session?.connection.transport ?? 'socket';
  useEffect(() => onLine({ status, transport }), [status, transport, onLine]);
  if (!session || !synced) return <DocumentSkeleton label={t('loading')} />;
  const size = notices.find((notice) => notice.kind === 'size');
  return (
    <>
      {size?.kind === 'size' && <Banner tone="amber">{t('nearlyFull')}</Banner>}
      <EditorView
        document={document}
        variant={variant}
        isNew={isNew}
        session={session}
        people={people}
        editable={document.abilities.write && writes && status !== 'closed'}
      />
    </>
  );
}
