'use client';

import type { DocumentSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { FileText } from '@hemicycle/ui/icons';
import { ListRow } from '@hemicycle/ui/ListRow';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { useMe } from '@/features/shell';

/** A document by its name, its first words, where it is, and who wrote last. */
export function RecentDocumentRow({ document }: { readonly document: DocumentSummary }) {
  const t = useTranslations('documents.recent');
  const common = useTranslations('common');
  const me = useMe();
  const { editedBy } = document;
  const name = editedBy?.id === me.id ? common('you') : editedBy?.name;
  return (
    <ListRow
      href={`/documents/${document.id}`}
      before={
        <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-m bg-hover text-ink-3">
          <FileText />
        </span>
      }
      title={document.title}
      detail={
        <>
          <span className="font-medium text-ink-2">{document.spaceName}</span>
          {document.excerpt !== '' && ` · ${document.excerpt}`}
        </>
      }
      after={
        <span className="flex items-center gap-2 text-sm text-ink-3">
          <LabelBadge compact unlessUsual label={document.label} />
          {editedBy && name && (
            <span className="flex items-center gap-1.5 max-sm:hidden" title={t('editedBy', { name })}>
              <Avatar name={editedBy.name} hue={editedBy.hue} size="xs" />
              <span className="max-w-[14ch] truncate">{name}</span>
            </span>
          )}
          <RelativeTime at={document.editedAt} className="min-w-[9ch] text-right" />
        </span>
      }
    />
  );
}
