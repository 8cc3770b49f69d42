'use client';

import type { Home, Page, WaitingRequest } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { lazy, Suspense } from 'react';
import { useWaitingRequests } from '@/features/sharing';
import { useMe } from '@/features/shell';
import { useSeededRead } from '@/lib/reads/useSeededRead';
import { Calls } from './Calls';
import { ContinueWriting } from './ContinueWriting';
import { ForYou } from './ForYou';
import { Greeting } from './Greeting';
import { HomeSkeleton } from './HomeSkeleton';
import { HomeSpaces } from './HomeSpaces';

/** On most days nobody asks: its code comes when somebody does. */
const WaitingRequests = lazy(() =>
  import('@/features/sharing/WaitingRequests').then((module) => ({ default: module.WaitingRequests })),
);

export interface HomeViewProps {
  readonly initial: Home;
  readonly requests: Page<WaitingRequest>;
}

/** Where must I be, who waits for me, what was I writing. Read once by the server, then kept true by live events. */
export function HomeView({ initial, requests }: HomeViewProps) {
  const t = useTranslations('home');
  const common = useTranslations('common');
  const me = useMe();
  const { data, isError, refetch } = useSeededRead({
    route: 'GET /home',
    input: {},
    initial,
    read: { of: 'home' },
    meId: me.id,
  });
  const waiting = useWaitingRequests(requests);
  const asking = new Set(waiting.items.map(({ person }) => person.id)).size;
  const { createSpace } = me.organisation.abilities;

  if (!data) {
    if (!isError) return <HomeSkeleton label={t('states.loading')} />;
    return (
      <ErrorState
        title={t('states.errorTitle')}
        action={<Button onPress={() => void refetch()}>{common('retry')}</Button>}
      >
        {t('states.errorHint')}
      </ErrorState>
    );
  }
  return (
    <div className="mx-auto flex w-full max-w-[1400px] flex-col gap-7 px-4 py-6 sm:px-6 lg:px-10 lg:py-8">
      <Greeting name={me.name} home={data} asking={asking} />
      <div className="flex flex-col gap-8 lg:grid lg:grid-cols-[minmax(0,2.09fr)_minmax(300px,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-9">
        <Calls spaces={data.spaces} meId={me.id} canCreateSpace={createSpace} />
        <div className="flex flex-col gap-8 max-lg:contents lg:row-span-2">
          {asking > 0 && (
            <Suspense>
              <WaitingRequests list={waiting} />
            </Suspense>
          )}
          <ForYou mentions={data.mentions} spaces={data.spaces} />
          <HomeSpaces spaces={data.spaces} canCreateSpace={createSpace} />
        </div>
        <ContinueWriting documents={data.documents} spaces={data.spaces} meId={me.id} />
      </div>
    </div>
  );
}
