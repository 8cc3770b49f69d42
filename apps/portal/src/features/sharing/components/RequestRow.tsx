'use client';

import type { AccessRequest } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Button } from '@hemicycle/ui/Button';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Resource } from '../lib/resource';

const RequestAnswer = lazy(() =>
  import('./RequestAnswer').then((module) => ({ default: module.RequestAnswer })),
);

export interface RequestRowProps {
  readonly request: AccessRequest;
  readonly resource: Resource;
  /** What is asked for, in a sentence. */
  readonly children: ReactNode;
  readonly onAnswered: (words: string) => void;
}

/** Who asks for what, why, since when; the answer unfolds below. */
export function RequestRow({ request, resource, children, onAnswered }: RequestRowProps) {
  const t = useTranslations('sharing.requests');
  const [isOpen, setOpen] = useState(false);
  const { person, message, since } = request;
  return (
    <li data-request={person.name} className="flex flex-col gap-3 px-4 py-3.5">
      <div className="flex gap-3">
        <Avatar name={person.name} hue={person.hue} />
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-3">
            <p className="min-w-0 flex-1 text-ink-2">{children}</p>
            <RelativeTime at={since} className="shrink-0 text-sm whitespace-nowrap text-ink-3" />
          </div>
          {message !== '' && <p className="mt-1 text-ink-2 [overflow-wrap:anywhere]">{message}</p>}
        </div>
      </div>
      {isOpen ? (
        <Suspense>
          <RequestAnswer request={request} resource={resource} onAnswered={onAnswered} />
        </Suspense>
      ) : (
        <Button
          size="s"
          className="self-end"
          aria-label={t('answerOf', { name: person.name })}
          onPress={() => setOpen(true)}
        >
          {t('answer')}
        </Button>
      )}
    </li>
  );
}
