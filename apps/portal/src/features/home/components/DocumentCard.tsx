'use client';

import type { DocumentSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { firstNameOf } from '../lib/firstNameOf';

export interface DocumentCardProps {
  readonly document: DocumentSummary;
  readonly meId: string;
}

/** A document as a small page: its title and first words, set as they are set in the document. */
export function DocumentCard({ document, meId }: DocumentCardProps) {
  const t = useTranslations('home.documents');
  const { editedBy } = document;
  const time = () => <RelativeTime at={document.editedAt} />;
  return (
    <Link
      href={`/documents/${document.id}`}
      className="group flex flex-col gap-2.5 rounded-l text-ink no-underline outline-offset-4"
    >
      <span
        aria-hidden="true"
        className="flex h-32 flex-col gap-1.5 overflow-hidden rounded-l border border-line bg-surface px-5 pt-5 shadow-1 transition-colors group-hover:border-line-control"
      >
        <span className="line-clamp-2 shrink-0 text-2xs leading-[14px] font-bold tracking-tight">
          {document.title}
        </span>
        {document.excerpt === '' ? (
          <span className="font-doc text-[10.5px] leading-[16px] text-ink-3 italic">{t('emptyPage')}</span>
        ) : (
          <span className="line-clamp-5 font-doc text-[10.5px] leading-[16px] text-ink-2">
            {document.excerpt}
          </span>
        )}
      </span>
      <span className="flex min-w-0 flex-col px-0.5">
        <span className="truncate font-semibold group-hover:text-primary-ink">{document.title}</span>
        <span className="truncate text-sm text-ink-3">
          {editedBy === null
            ? t.rich('edited', { time })
            : editedBy.id === meId
              ? t.rich('editedByYou', { time })
              : t.rich('editedBy', { time, name: firstNameOf(editedBy.name) })}
        </span>
      </span>
    </Link>
  );
}
