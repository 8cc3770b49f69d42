'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { AvatarStack } from '@hemicycle/ui/AvatarStack';
import { useLocalFormat } from '../hooks/useLocalFormat';
import { useConversation } from './conversationContext';

/** How many answered a message, and the way to them. */
export function ThreadLink({ message }: { readonly message: Message }) {
  const t = useTranslations('conversation');
  const format = useLocalFormat();
  const { actions, isFresh } = useConversation();
  const { replyCount, lastReplyAt, repliers } = message;
  if (replyCount === 0 || !actions.openThread) return null;
  return (
    <button
      type="button"
      onClick={() => actions.openThread?.(message)}
      className="mt-1 -ml-1 flex min-h-7 w-fit max-w-full items-center gap-2 rounded-s px-1 text-base hover:bg-hover touch:min-h-11"
    >
      <AvatarStack people={repliers} size="xs" max={3} label={repliers.map(({ name }) => name).join(', ')} />
      <span className="font-semibold text-primary-ink">{t('thread.replies', { count: replyCount })}</span>
      {lastReplyAt && (
        <span className="truncate text-sm text-ink-3 tabular">
          {isRecent(lastReplyAt)
            ? t('thread.lastAt', { when: format.dateTime(new Date(lastReplyAt), TIME) })
            : t('thread.lastOn', { when: format.dateTime(new Date(lastReplyAt), DATE) })}
        </span>
      )}
      {isFresh(message) && (
        <span className="rounded-full bg-danger-soft px-1.5 text-xs font-semibold text-danger">
          {t('new')}
        </span>
      )}
    </button>
  );
}

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DATE = { day: 'numeric', month: 'short' } as const;

function isRecent(at: string): boolean {
  return Date.now() - Date.parse(at) < 86_400_000;
}
