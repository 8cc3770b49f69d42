'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Video } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { useLocalFormat } from '../hooks/useLocalFormat';

export interface SystemItemProps {
  readonly message: Message;
  /** Where the meeting it tells of can be joined while it runs; null otherwise. */
  readonly joinHref: string | null;
}

/** What happened in the space, told between the messages. */
export function SystemItem({ message, joinHref }: SystemItemProps) {
  const t = useTranslations('conversation');
  const format = useLocalFormat();
  const values = {
    name: message.author.name,
    time: format.dateTime(new Date(message.createdAt), { hour: '2-digit', minute: '2-digit' }),
    b: (words: React.ReactNode) => <span className="font-semibold text-ink-2">{words}</span>,
  };
  return (
    <div data-seq={message.seq} className="mt-3 flex min-h-8 items-center gap-3">
      <span className="flex w-9 shrink-0 justify-center text-ink-3">
        <Video className="size-4" />
      </span>
      <p className="text-base text-ink-3">
        {message.kind === 'meetingStarted'
          ? t.rich('meeting.started', values)
          : t.rich('meeting.ended', values)}
      </p>
      {joinHref && (
        <Link href={joinHref} className={buttonClass({ size: 's' })}>
          {t('meeting.join')}
        </Link>
      )}
    </div>
  );
}
