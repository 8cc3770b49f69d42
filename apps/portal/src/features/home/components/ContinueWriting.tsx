'use client';

import type { DocumentSummary, SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Card } from '@hemicycle/ui/Card';
import { FileText } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { DocumentCard } from './DocumentCard';
import { SectionHead } from './SectionHead';

export interface ContinueWritingProps {
  readonly documents: readonly DocumentSummary[];
  readonly spaces: readonly SpaceSummary[];
  readonly meId: string;
}

/** What was I writing: the documents edited last, as small pages with their own first words. */
export function ContinueWriting({ documents, spaces, meId }: ContinueWritingProps) {
  const t = useTranslations('home.documents');
  const first = spaces[0];
  if (documents.length === 0 && !first) return null;
  return (
    <section aria-labelledby="home-documents" className="min-w-0 max-lg:order-3">
      <SectionHead
        id="home-documents"
        title={t('title')}
        {...(documents.length > 0 && { all: { href: '/documents', label: t('all') } })}
      />
      {documents.length > 0 ? (
        <ul className="grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-[repeat(auto-fill,minmax(220px,1fr))] sm:gap-x-4 sm:gap-y-6">
          {documents.map((document) => (
            <li key={document.id} className="min-w-0">
              <DocumentCard document={document} meId={meId} />
            </li>
          ))}
        </ul>
      ) : (
        <Card className="flex flex-wrap items-center gap-x-6 gap-y-3 p-5 sm:px-6">
          <p className="min-w-[min(280px,100%)] flex-1 text-ink-2">
            <span className="font-semibold text-ink">{t('empty')}</span> {t('emptyHint')}
          </p>
          {first && (
            <Link href={`/spaces/${first.id}/documents`} className={buttonClass({ className: 'max-w-full' })}>
              <FileText />
              <span className="truncate">{t('open', { space: first.name })}</span>
            </Link>
          )}
        </Card>
      )}
    </section>
  );
}
