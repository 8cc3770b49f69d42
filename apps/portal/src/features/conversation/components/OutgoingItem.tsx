'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Button } from '@hemicycle/ui/Button';
import { CircleAlert } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { useMe } from '@/features/shell';
import { ApiProblem } from '@/lib/ApiProblem';
import { useProblemWords } from '@/lib/useProblemWords';
import { type Outgoing, PASSING } from '../store/Outgoing';
import { MessageBody } from './MessageBody';

export interface OutgoingItemProps {
  readonly outgoing: Outgoing;
  readonly continues: boolean;
  readonly onRetry: (id: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** A message of one's own on its way, or held up with what to do about it. */
export function OutgoingItem({ outgoing, continues, onRetry, onDiscard }: OutgoingItemProps) {
  const t = useTranslations('conversation');
  const me = useMe();
  const words = useProblemWords();
  const failed = outgoing.state === 'failed';
  return (
    <div
      data-outgoing={outgoing.state}
      className={cx('grid grid-cols-[36px_minmax(0,1fr)] gap-x-3', continues ? 'py-0.5' : 'mt-3 pt-1 pb-0.5')}
    >
      {continues ? <span /> : <Avatar name={me.name} hue={me.hue} size="l" className="mt-0.5" />}
      <div className="flex min-w-0 flex-col">
        {!continues && <p className="text-md font-semibold">{me.name}</p>}
        <div className={cx(!failed && 'opacity-70')}>
          <MessageBody body={outgoing.body} documents={[]} />
        </div>
        {failed ? (
          <div role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-sm text-danger">
            <CircleAlert className="size-4" />
            <span>
              {outgoing.problem !== null && PASSING.includes(outgoing.problem)
                ? t('outgoing.waiting')
                : t('outgoing.failed', {
                    why: words(new ApiProblem(outgoing.problem ?? 'internal', 0)).title,
                  })}
            </span>
            <Button size="s" onPress={() => onRetry(outgoing.id)}>
              {t('outgoing.retry')}
            </Button>
            <Button size="s" variant="quiet" onPress={() => onDiscard(outgoing.id)}>
              {t('outgoing.discard')}
            </Button>
          </div>
        ) : (
          <span className="text-xs text-ink-3">{t('outgoing.sending')}</span>
        )}
      </div>
    </div>
  );
}
