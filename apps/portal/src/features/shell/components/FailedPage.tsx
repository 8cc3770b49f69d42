'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';

export interface FailedPageProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** A page that broke: what, why, what now. On the server's errors the digest finds the log line. */
export function FailedPage({ error, reset }: FailedPageProps) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  const router = useRouter();
  const words = useProblemWords()(error);
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState
      level={1}
      title={words.title}
      action={
        <>
          <Button variant="primary" onPress={retry}>
            {common('retry')}
          </Button>
          <Link href="/" className={buttonClass()}>
            {t('goHome')}
          </Link>
        </>
      }
    >
      {words.text}
      {error.digest && (
        <span className="mt-2 block text-sm text-ink-3">{t('reference', { id: error.digest })}</span>
      )}
    </ErrorState>
  );
}
