'use client';

import type { Space } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { isInCall } from '../lib/isInCall';

/** The way into the space's room: starts a meeting, or joins the one that runs. */
export function CallButton({ space, meId }: { readonly space: Space; readonly meId: string }) {
  const t = useTranslations('spaces.space');
  const { call } = space;
  const words = call
    ? isInCall(call, meId)
      ? t('back', { count: call.participantCount })
      : t('join', { count: call.participantCount })
    : t('startMeeting');
  return (
    <>
      {call && call.participants.length > 0 && (
        <span className="hidden lg:inline-flex">
          <AvatarStack
            people={call.participants}
            max={4}
            label={call.participants.map((person) => person.name).join(', ')}
          />
        </span>
      )}
      <Link
        href={`/rooms/${space.roomId}`}
        className={buttonClass({ variant: call ? 'primary' : 'secondary', className: 'max-md:px-3' })}
      >
        <Video />
        <span className="max-md:sr-only">{words}</span>
        {call && call.participantCount > 0 && (
          <span aria-hidden="true" className="tabular md:hidden">
            {call.participantCount}
          </span>
        )}
      </Link>
    </>
  );
}
