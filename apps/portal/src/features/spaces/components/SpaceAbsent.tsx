'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Lock } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { lazy, Suspense } from 'react';
import { TopBar } from '@/features/shell';

const AskCard = lazy(() =>
  import('@/features/sharing/AskCard').then((module) => ({ default: module.AskCard })),
);

/** No such space, or not for this person: the server does not tell which, so neither do we. */
export function SpaceAbsent() {
  const t = useTranslations('spaces');
  const router = useRouter();
  const spaceId = usePathname().split('/')[2] ?? '';
  return (
    <>
      <TopBar where={t('title')} />
      <div className="flex flex-1 flex-col justify-center-safe overflow-y-auto">
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
        <Suspense>
          <div className="mx-auto mb-12 w-full max-w-[440px] px-4">
            <AskCard
              resource={{ resourceType: 'space', resourceId: spaceId }}
              onOpened={() => router.refresh()}
            />
          </div>
        </Suspense>
      </div>
    </>
  );
}
