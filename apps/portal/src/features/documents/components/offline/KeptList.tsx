'use client';

import type { CopyRecord } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { FileText, HardDrive } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { ListRow } from '@hemicycle/ui/ListRow';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { useEffect, useRef } from 'react';
import { useReachable } from '../../hooks/useReachable';
import { OfflineFrame } from './OfflineFrame';

export interface KeptListProps {
  readonly copies: readonly CopyRecord[];
  /** The address was a document's, and there is no copy of it. */
  readonly isMissing: boolean;
}

/** What can be opened without a network. Goes to where one wanted as soon as there is one: here nothing can be lost. */
export function KeptList({ copies, isMissing }: KeptListProps) {
  const t = useTranslations('offline');
  const reachable = useReachable();
  const wasOffline = useRef(false);
  useEffect(() => {
    if (reachable === false) wasOffline.current = true;
    if (!reachable) return;
    if (location.pathname !== '/offline') {
      // The server may be back before it is first looked for. One that answers, but no page in time, is not asked twice.
      if (wasOffline.current || !isReloaded()) location.reload();
    } else if (wasOffline.current) location.replace('/');
  }, [reachable]);
  const shown = copies.filter(({ syncedAt }) => syncedAt !== null);
  const offline = reachable === false;
  return (
    <OfflineFrame where={t('kept')}>
      <div className="mx-auto flex w-full max-w-[840px] flex-col gap-6 px-5 py-8 md:py-10">
        <header className="flex flex-col gap-2">
          <h1 className="text-title font-bold">{offline ? t('title') : t('kept')}</h1>
          <p role="status" className="max-w-[64ch] text-md text-ink-2">
            {isMissing && `${t('missing')} `}
            {offline ? t('text') : t('online')}
          </p>
        </header>
        {shown.length === 0 ? (
          <EmptyState icon={<HardDrive />}>{t('empty')}</EmptyState>
        ) : (
          <List aria-label={t('kept')}>
            {shown.map((copy) => (
              <Row key={copy.name} copy={copy} />
            ))}
          </List>
        )}
        {!offline && (
          <p>
            <a href="/">{t('toHome')}</a>
          </p>
        )}
      </div>
    </OfflineFrame>
  );
}

function isReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

function Row({ copy }: { readonly copy: CopyRecord }) {
  const t = useTranslations('offline');
  return (
    <ListRow
      href={`/documents/${copy.documentId}`}
      before={
        <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-m bg-hover text-ink-3">
          <FileText />
        </span>
      }
      title={copy.title}
      detail={
        <>
          {copy.unsaved && <span className="font-medium text-amber">{t('unsaved')} · </span>}
          <span className="font-medium text-ink-2">{copy.spaceName}</span>
        </>
      }
      after={
        <RelativeTime
          at={new Date(copy.syncedAt ?? 0).toISOString()}
          className="min-w-[9ch] text-right text-sm text-ink-3"
        />
      }
    />
  );
}
