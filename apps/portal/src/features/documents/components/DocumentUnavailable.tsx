'use client';

import { removeCopies } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { CircleUser, FileX, Lock } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { signInPath } from '@/lib/signInPath';
import type { Unavailable } from '../lib/unavailable';
import { type CopyOf, RemovedCopy, WaitingCopy } from './CopyNote';

const icons: Partial<Record<Unavailable, ReactNode>> = {
  missing: <FileX />,
  lost: <Lock />,
  signedOut: <CircleUser />,
};

/** The document is not this person's any more, or not what their copy is of. */
const GONE: readonly Unavailable[] = ['missing', 'lost', 'stale'];

export interface DocumentUnavailableProps {
  readonly reason: Unavailable;
  readonly copyOf: CopyOf;
  readonly onRetry?: (() => void) | undefined;
  /** In a call there is no page to go away to. */
  readonly level?: 1 | 2;
  /** What else one can do, where there is a server to do it with. */
  readonly below?: ReactNode;
}

/** No document to show: what happened, why, and what one can do. Nothing of its content is left in view. */
export function DocumentUnavailable({ reason, copyOf, onRetry, level = 1, below }: DocumentUnavailableProps) {
  const t = useTranslations('documents.unavailable');
  const common = useTranslations('common');
  const path = usePathname();
  const { accountId, documentId } = copyOf;
  const retry = () => {
    if (reason !== 'tooLarge') return onRetry?.();
    // What the server can never take would end the connection again and again.
    removeCopies(accountId, documentId).then(onRetry, onRetry);
  };
  return (
    <div className="flex flex-1 flex-col justify-center-safe overflow-y-auto">
      <ErrorState
        level={level}
        title={t(`${reason}.title`)}
        icon={icons[reason]}
        action={
          <>
            {reason === 'signedOut' ? (
              <a href={signInPath(path, 'session_expired')} className={buttonClass({ variant: 'primary' })}>
                {t('signIn')}
              </a>
            ) : (
              onRetry && <Button onPress={retry}>{common('retry')}</Button>
            )}
            {level === 1 && reason !== 'signedOut' && (
              <Link href="/documents" className={buttonClass()}>
                {t('toDocuments')}
              </Link>
            )}
          </>
        }
      >
        {t(`${reason}.text`)}
        {GONE.includes(reason) && <RemovedCopy {...copyOf} />}
        {reason === 'signedOut' && <WaitingCopy {...copyOf} />}
      </ErrorState>
      {below}
    </div>
  );
}
