'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { ExternalLink, FileText, X } from '@hemicycle/ui/icons';
import { iconButtonClass } from '@hemicycle/ui/lib/buttonClass';
import { type ReactNode, useState } from 'react';
import { useOpenDocument } from '../hooks/useOpenDocument';
import type { ShownStatus } from '../lib/shownStatus';
import { DocumentBody } from './DocumentBody';
import { SaveState } from './SaveState';

export interface DocumentPanelProps {
  readonly documentId: string;
  readonly onClose?: () => void;
  /** Buttons of the place it is shown in. */
  readonly actions?: ReactNode;
}

/** A document inside something else, such as a call. Fills its parent, which is a flex column with a height. */
export function DocumentPanelView({ documentId, onClose, actions }: DocumentPanelProps) {
  const t = useTranslations('documents.panel');
  const opened = useOpenDocument(documentId);
  const [status, setStatus] = useState<ShownStatus>('connecting');
  const { state } = opened;
  const shown = state.kind === 'open' || state.kind === 'trashed' ? state.document : null;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface text-ink">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <FileText className="text-ink-3" />
        <span className="min-w-0 truncate font-semibold">{shown?.title}</span>
        {state.kind === 'open' && <SaveState status={status} />}
        <span className="flex-1" />
        {actions}
        {shown && (
          <a
            href={`/documents/${documentId}`}
            target="_blank"
            rel="noopener"
            title={t('openPage')}
            aria-label={t('openPage')}
            className={iconButtonClass({ size: 's' })}
          >
            <ExternalLink />
          </a>
        )}
        {onClose && <IconButton size="s" label={t('close')} icon={<X />} onPress={onClose} />}
      </header>
      <DocumentBody opened={opened} variant="panel" onStatus={setStatus} />
    </div>
  );
}
