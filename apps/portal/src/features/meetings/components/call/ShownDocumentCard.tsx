'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant, ShownDocument } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { IconButton } from '@hemicycle/ui/IconButton';
import { FileText, X } from '@hemicycle/ui/icons';
import { useApiQuery } from '@/lib/useApiQuery';

export interface ShownDocumentCardProps {
  readonly shown: ShownDocument;
  readonly participants: readonly CallParticipant[];
  readonly onOpen: () => void;
  readonly onDismiss: () => void;
}

/** Somebody shows a document while one does something else: a card at the top that covers no control. */
export function ShownDocumentCard({ shown, participants, onOpen, onDismiss }: ShownDocumentCardProps) {
  const t = useTranslations('meeting');
  const common = useTranslations('common');
  const { data } = useApiQuery('GET /documents/{documentId}', { params: { documentId: shown.documentId } });
  const by = participants.find((one) => one.userId === shown.userId);
  if (!data) return null;
  return (
    <div
      role="status"
      className="pointer-events-auto flex max-w-[min(520px,calc(100vw-24px))] animate-rise items-center gap-3 rounded-l border border-line bg-surface py-2.5 pr-2.5 pl-4 shadow-2"
    >
      <FileText aria-hidden="true" className="text-primary-ink" />
      <p className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{data.title}</span>
        <span className="block truncate text-sm text-ink-2">
          {by ? t('document.shownBy', { name: by.name }) : t('document.shownHere')}
        </span>
      </p>
      <Button variant="primary" size="s" onPress={onOpen}>
        {t('document.open')}
      </Button>
      <IconButton label={common('dismiss')} icon={<X />} size="s" onPress={onDismiss} />
    </div>
  );
}
