'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { FileText } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { useConversation } from './conversationContext';

/** A document a message links to. */
export function DocumentCard({ document }: { readonly document: Message['documents'][number] }) {
  const t = useTranslations('conversation');
  const { onOpenDocument } = useConversation();
  return (
    <div className="flex w-full max-w-[520px] items-center gap-3.5 rounded-m border border-line bg-sunken py-2.5 pr-3.5 pl-4">
      <FileText className="text-primary" />
      <div className="min-w-0 flex-1">
        <p className="truncate text-base font-semibold">{document.title}</p>
        <p className="truncate text-sm text-ink-3">
          {t.rich('document.edited', { when: () => <RelativeTime at={document.editedAt} /> })}
        </p>
      </div>
      {onOpenDocument ? (
        <Button
          size="s"
          aria-label={t('document.openNamed', { title: document.title })}
          onPress={() => onOpenDocument(document.id)}
        >
          {t('document.open')}
        </Button>
      ) : (
        <Link
          href={`/documents/${document.id}`}
          aria-label={t('document.openNamed', { title: document.title })}
          className={buttonClass({ size: 's' })}
        >
          {t('document.open')}
        </Link>
      )}
    </div>
  );
}
