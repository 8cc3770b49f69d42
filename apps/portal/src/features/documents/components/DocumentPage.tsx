'use client';

import type { Document } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useState } from 'react';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { Crumbs, TopBar } from '@/features/shell';
import { useOpenDocument } from '../hooks/useOpenDocument';
import { NO_LINE } from '../lib/lineState';
import { DocumentBody } from './DocumentBody';
import { SaveState } from './SaveState';

export interface DocumentPageProps {
  /** As the server read it for this page. */
  readonly initial: Document;
  readonly isNew: boolean;
}

/** A document as a page of its own. */
export function DocumentPage({ initial, isNew }: DocumentPageProps) {
  const t = useTranslations('documents');
  const opened = useOpenDocument(initial.id, initial);
  const [line, setLine] = useState(NO_LINE);
  const { state } = opened;
  const shown = state.kind === 'open' || state.kind === 'trashed' ? state.document : null;
  const crumbs = shown
    ? [
        { label: shown.spaceName, href: `/spaces/${shown.spaceId}/documents` },
        ...shown.ancestors.map(({ id, title }) => ({ label: title, href: `/documents/${id}` })),
        { label: shown.title },
      ]
    : [{ label: t('one') }];
  return (
    <>
      {shown && <title>{shown.title}</title>}
      <TopBar
        where={<Crumbs items={crumbs} />}
        beside={
          <>
            <LabelBadge compact label={shown?.label ?? null} />
            {state.kind === 'open' && <SaveState {...line} />}
          </>
        }
      />
      <div className="flex min-h-0 flex-1 flex-col">
        <DocumentBody opened={opened} variant="page" isNew={isNew} onLine={setLine} />
      </div>
    </>
  );
}
