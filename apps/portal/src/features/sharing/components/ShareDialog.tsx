'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { ArrowLeft, Check, Link } from '@hemicycle/ui/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { outdateSharing } from '../hooks/refreshSharing';
import { type Resource, resourcePath } from '../lib/resource';
import { OwnAccess } from './OwnAccess';
import { RowShapes } from './RowShapes';
import { ShareView } from './ShareView';

export interface ShareDialogProps {
  readonly resource: Resource;
  /** As it is called where the dialog was opened. */
  readonly title: string;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Who has access to a space or a document, why, and what can be changed of it. Import it lazily. */
export function ShareDialog({ resource: opened, title: openedTitle, onOpenChange }: ShareDialogProps) {
  const t = useTranslations('sharing');
  const queries = useQueryClient();
  // Before anything below reads: so that it is read once, and anew at each opening.
  useState(() => outdateSharing(queries));
  const [away, setAway] = useState<Resource | null>(null);
  const resource = away ?? opened;
  const { data, error, refetch } = useApiQuery('GET /access/{resourceType}/{resourceId}', {
    params: resource,
  });
  // What is not there for the reader any more has no sharing to look at; the page below says so.
  const isGone = error?.status === 404 || error?.status === 401;
  useEffect(() => {
    if (isGone) onOpenChange(false);
  }, [isGone, onOpenChange]);
  const isTold = error?.code !== 'forbidden';
  const title = data?.title ?? (away ? '' : openedTitle);
  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      size="m"
      title={isTold ? t('title', { title }) : t('own.title', { title })}
      footer={
        <>
          <CopyAddress resource={resource} />
          <span className="flex-1" />
          <Button
            variant={data?.abilities.grant ? 'secondary' : 'primary'}
            onPress={() => onOpenChange(false)}
          >
            {t('done')}
          </Button>
        </>
      }
    >
      {away && (
        <Button
          size="s"
          variant="quiet"
          className="mb-3 -ml-3"
          icon={<ArrowLeft className="size-4" />}
          onPress={() => setAway(null)}
        >
          {t('back', { title: openedTitle })}
        </Button>
      )}
      {!isTold ? (
        <OwnAccess resource={resource} />
      ) : data ? (
        <ShareView key={resource.resourceId} resource={resource} sharing={data} onGoTo={setAway} />
      ) : (
        <Waiting error={error} onRetry={() => void refetch()} />
      )}
    </Dialog>
  );
}

function Waiting({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTranslations('sharing');
  const common = useTranslations('common');
  const words = useProblemWords();
  if (error === null) {
    return (
      <div role="status" aria-label={t('loading')}>
        <RowShapes />
      </div>
    );
  }
  return (
    <ErrorState level={3} title={t('failed')} action={<Button onPress={onRetry}>{common('retry')}</Button>}>
      {words(error).text}
    </ErrorState>
  );
}

/** The address of its own page: for those who have access already, whatever there is of links. */
function CopyAddress({ resource }: { readonly resource: Resource }) {
  const t = useTranslations('sharing');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(resourcePath(resource), location.origin).href);
    setCopied(true);
  };
  return (
    <Button
      variant="quiet"
      className="-ml-3.5"
      icon={isCopied ? <Check /> : <Link />}
      onPress={() => void copy()}
    >
      {isCopied ? t('link.copied') : t('copyAddress')}
    </Button>
  );
}
