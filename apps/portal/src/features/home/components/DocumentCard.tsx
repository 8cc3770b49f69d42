'use client';

import type { DocumentSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import Link from 'next/link';
import { firstNameOf } from '../lib/firstNameOf';
import { pageLines } from '../lib/pageLines';

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
        className="flex h-[136px] flex-col gap-1 overflow-hidden rounded-l border border-line bg-surface px-4 pt-4.5 sm:px-5 shadow-1 transition-colors group-hover:border-line-control"
      >
        <span className="truncate shrink-0 text-xs leading-4 font-bold tracking-tight">{document.title}</span>
        <SmallPage excerpt={document.excerpt} />
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

/** Whole lines only: the height is a multiple of the line's. */
function SmallPage({ excerpt }: { readonly excerpt: string }) {
  const t = useTranslations('home.documents');
  const lines = pageLines(excerpt);
  if (lines.length === 0) {
    return <span className="font-doc text-[10.5px] leading-[16px] text-ink-3 italic">{t('emptyPage')}</span>;
  }
  return (
    <span className="flex h-20 flex-col overflow-hidden font-doc text-[10.5px] leading-[16px] text-ink-2">
      {lines.map(({ text, isHeading }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a page's lines have no identity but their place
          key={index}
          className={
            isHeading ? 'shrink-0 truncate font-sans text-[10px] font-semibold text-ink' : 'shrink-0'
          }
        >
          {text}
        </span>
      ))}
    </span>
  );
}
