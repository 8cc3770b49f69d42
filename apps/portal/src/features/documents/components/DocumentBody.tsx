'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import dynamic from 'next/dynamic';
import { useMe } from '@/features/shell';
import { useProblemWords } from '@/lib/useProblemWords';
import type { OpenedDocument } from '../hooks/useOpenDocument';
import type { LineState } from '../lib/lineState';
import type { SurfaceVariant } from '../lib/SurfaceVariant';
import { AskForDocument } from './AskForDocument';
import { DocumentSkeleton } from './DocumentSkeleton';
import { DocumentUnavailable } from './DocumentUnavailable';
import { TrashedDocument } from './TrashedDocument';

/** Tiptap, ProseMirror and Yjs, fetched where a document is opened and nowhere else. */
const DocumentSurface = dynamic(() => import('./DocumentSurface').then((module) => module.DocumentSurface), {
  ssr: false,
  loading: LoadingSurface,
});

function LoadingSurface() {
  const t = useTranslations('documents');
  return <DocumentSkeleton label={t('loading')} />;
}

export interface DocumentBodyProps {
  readonly opened: OpenedDocument;
  readonly variant: SurfaceVariant;
  readonly isNew?: boolean;
  readonly onLine: (line: LineState) => void;
}

/** The document, or what there is instead of it. */
export function DocumentBody({ opened, variant, isNew = false, onLine }: DocumentBodyProps) {
  const common = useTranslations('common');
  const problemWords = useProblemWords();
  const me = useMe();
  const { documentId, state, generation, close, retry } = opened;
  const level = variant === 'page' ? 1 : 2;
  switch (state.kind) {
    case 'loading':
      return <LoadingSurface />;
    case 'failed': {
      const { title, text } = problemWords(state.error);
      return (
        <ErrorState level={level} title={title} action={<Button onPress={retry}>{common('retry')}</Button>}>
          {text}
        </ErrorState>
      );
    }
    case 'unavailable':
      return (
        <DocumentUnavailable
          reason={state.reason}
          copyOf={{ accountId: me.id, documentId }}
          onRetry={retry}
          level={level}
          below={
            variant === 'page' && (
              <AskForDocument reason={state.reason} documentId={documentId} onOpened={retry} />
            )
          }
        />
      );
    case 'trashed':
      return <TrashedDocument document={state.document} onRestored={retry} level={level} />;
    case 'open':
      return (
        <DocumentSurface
          key={`${state.document.id} ${generation}`}
          document={state.document}
          person={me}
          isVerified
          variant={variant}
          isNew={isNew}
          onLine={onLine}
          onClosed={close}
        />
      );
  }
}
