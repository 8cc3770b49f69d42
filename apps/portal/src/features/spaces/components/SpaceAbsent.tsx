'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Lock } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { TopBar } from '@/features/shell';

/** No such space, or not for this person: the server does not tell which, so neither do we. */
export function SpaceAbsent() {
  const t = useTranslations('spaces');
  return (
    <>
      <TopBar where={t('title')} />
      <ErrorState
        level={1}
        icon={<Lock />}
        title={t('absent.title')}
        action={
          <Link href="/spaces" className={buttonClass({ variant: 'primary' })}>
            {t('absent.back')}
          </Link>
        }
      >
        {t('absent.body')}
      </ErrorState>
    </>
  );
}
