'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import Link from 'next/link';
import { useProblemWords } from '@/lib/useProblemWords';
import { useDoor } from '../hooks/useDoor';
import { DoorForm } from './DoorForm';
import { NewWayIn } from './NewWayIn';

export interface GuestEntranceProps {
  /** Who is signed in in this browser, if anybody. */
  readonly signedInAs: { readonly name: string; readonly guest: boolean } | null;
  /** Where whoever does have an account wanted to go. A checked path. */
  readonly next: string;
}

/** The way in for somebody from outside: what it leads to, and one button. */
export function GuestEntrance({ signedInAs, next }: GuestEntranceProps) {
  const t = useTranslations('guests.door');
  return (
    <div className="flex flex-col gap-6">
      <Entrance signedInAs={signedInAs} />
      {!signedInAs && (
        <Link
          href={`/sign-in?${new URLSearchParams({ next, account: '1' })}`}
          prefetch={false}
          className="self-start text-sm text-ink-2"
        >
          {t('account')}
        </Link>
      )}
    </div>
  );
}

function Entrance({ signedInAs }: Pick<GuestEntranceProps, 'signedInAs'>) {
  const t = useTranslations('guests.door');
  const common = useTranslations('common');
  const words = useProblemWords();
  const [state, again] = useDoor();
  if (state.at === 'looking') {
    return (
      <div role="status" className="flex flex-col gap-6">
        <h1 className="text-title font-bold">{t('looking')}</h1>
        <span aria-hidden="true" className="h-1 w-full overflow-hidden rounded-full bg-pressed">
          <span className="block h-full w-1/3 animate-pulse rounded-full bg-primary" />
        </span>
      </div>
    );
  }
  if (state.at === 'failed') {
    return (
      <div role="alert" className="flex flex-col gap-6">
        <h1 className="text-title font-bold">{words(state.error).title}</h1>
        <p className="text-md text-ink-2">{words(state.error).text}</p>
        <Button variant="primary" size="l" onPress={again}>
          {common('retry')}
        </Button>
      </div>
    );
  }
  if (state.at === 'gone') return <NewWayIn />;
  return (
    <DoorForm
      key={state.token}
      token={state.token}
      door={state.door}
      signedInAs={signedInAs}
      onGone={again}
    />
  );
}
