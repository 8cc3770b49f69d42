'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallSnapshot } from '@hemicycle/media/client';
import { Button } from '@hemicycle/ui/Button';
import { LoaderCircle, Volume2 } from '@hemicycle/ui/icons';
import { useCall } from './callContext';

/** The state of the connection and of the sound, over the stage so that nothing moves for it. */
export function CallStatus({ snapshot }: { readonly snapshot: CallSnapshot }) {
  const t = useTranslations('meeting');
  const { call } = useCall();
  const mending = snapshot.state === 'reconnecting' || snapshot.state === 'rebuilding';
  if (!mending && !snapshot.soundBlocked) return null;
  return (
    <div
      role="status"
      className="pointer-events-auto flex animate-rise items-center gap-3 rounded-l border border-line bg-amber-soft px-4 py-2.5 font-medium text-amber shadow-2"
    >
      {mending ? (
        <>
          <LoaderCircle aria-hidden="true" className="animate-spin" />
          {t(snapshot.state === 'rebuilding' ? 'status.rebuilding' : 'status.reconnecting')}
        </>
      ) : (
        <>
          <Volume2 aria-hidden="true" />
          {t('status.soundBlocked')}
          <Button size="s" onPress={() => void call.allowSound()}>
            {t('status.allowSound')}
          </Button>
        </>
      )}
    </div>
  );
}
