'use client';

import type { CopyAccount, CopyRecord } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { CloudCheck, WifiOff } from '@hemicycle/ui/icons';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { NO_LINE } from '../../lib/lineState';
import type { OpenableDocument } from '../../lib/OpenableDocument';
import type { ShownStatus } from '../../lib/shownStatus';
import { unavailableOf } from '../../lib/unavailable';
import { DocumentSkeleton } from '../DocumentSkeleton';
import { DocumentUnavailable } from '../DocumentUnavailable';
import { SaveState } from '../SaveState';
import { OfflineFrame } from './OfflineFrame';

const DocumentSurface = dynamic(() => import('../DocumentSurface').then((module) => module.DocumentSurface), {
  ssr: false,
  loading: LoadingSurface,
});

function LoadingSurface() {
  const t = useTranslations('documents');
  return <DocumentSkeleton label={t('loading')} />;
}

export interface KeptDocumentProps {
  readonly copy: CopyRecord;
  readonly account: CopyAccount;
}

/**
 * A document from its copy on this device. The line to the server is tried all the while; when it is there again the
 * text is merged where one writes, without a new page.
 */
export function KeptDocument({ copy, account }: KeptDocumentProps) {
  const [line, setLine] = useState(NO_LINE);
  const [closedBy, setClosedBy] = useState<number | null>(null);
  const document = useMemo(() => openable(copy), [copy]);
  return (
    <OfflineFrame where={copy.title} beside={closedBy === null && <SaveState {...line} />}>
      <title>{copy.title}</title>
      {closedBy === null ? (
        <>
          <Standing status={line.status} asOf={copy.syncedAt} />
          <DocumentSurface
            document={document}
            person={account}
            isVerified={false}
            variant="page"
            isNew={false}
            onLine={setLine}
            onClosed={setClosedBy}
          />
        </>
      ) : (
        <DocumentUnavailable
          reason={unavailableOf(closedBy)}
          copyOf={{ accountId: account.id, documentId: copy.documentId }}
          onRetry={() => location.reload()}
        />
      )}
    </OfflineFrame>
  );
}

/** Its name and its place are changed on the server only, and a call needs a network. */
const openable = (copy: CopyRecord): OpenableDocument => ({
  id: copy.documentId,
  epoch: copy.epoch,
  title: copy.title,
  spaceId: copy.spaceId,
  spaceName: copy.spaceName,
  roomId: null,
  abilities: { write: copy.writable, rename: false },
});

/** Says that this is a copy and of when, until it is the document again. */
function Standing({ status, asOf }: { readonly status: ShownStatus; readonly asOf: number | null }) {
  const t = useTranslations('offline');
  if (status === 'saving') return <Banner tone="info">{t('merging')}</Banner>;
  if (status === 'saved' || status === 'readonly') {
    return (
      <Banner
        tone="ok"
        icon={<CloudCheck className="size-4" />}
        action={
          <Button size="s" onPress={() => location.reload()}>
            {t('openWorkspace')}
          </Button>
        }
      >
        {t('back')}
      </Banner>
    );
  }
  return (
    <Banner tone="amber" icon={<WifiOff className="size-4" />}>
      {t.rich('copyAsOf', {
        time: () => <RelativeTime at={new Date(asOf ?? 0).toISOString()} />,
      })}
    </Banner>
  );
}
