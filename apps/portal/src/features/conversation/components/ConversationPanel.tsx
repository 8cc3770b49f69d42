'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useMe } from '@/features/shell';
import { useEvents } from '@/lib/events/useEvents';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { ConversationSkeleton } from './ConversationSkeleton';
import { ConversationView } from './ConversationView';

export interface ConversationPanelProps {
  readonly channelId: string;
  /** For a narrow place beside something else, such as a call. */
  readonly compact?: boolean;
  /** Opens a linked document in place; without it the link leads to the document's page. */
  readonly onOpenDocument?: (documentId: string) => void;
}

/** The conversation of a channel; fills the height it is given. Needs the namespace `conversation`. */
export function ConversationPanel({ channelId, compact = false, onOpenDocument }: ConversationPanelProps) {
  const t = useTranslations('conversation');
  const words = useProblemWords();
  const me = useMe();
  const queries = useQueryClient();
  const asked = Number(useSearchParams().get('message'));
  const input = { params: { channelId } };
  const { data: channel, error, refetch } = useApiQuery('GET /channels/{channelId}', input);
  const readAgain = () =>
    void queries.invalidateQueries({ queryKey: apiKey('GET /channels/{channelId}', input) });
  useEvents(['cursor.moved', 'access.changed', 'members.changed', 'space.changed'], (event) => {
    const concerned =
      event.type === 'cursor.moved' ? event.channelId === channelId : event.spaceId === channel?.spaceId;
    if (concerned) readAgain();
  });
  const lost = error?.code === 'not_found' || error?.code === 'forbidden';
  if (error && (!channel || lost)) {
    const { title, text } = words(error);
    return (
      <div className="flex min-h-0 flex-1 flex-col justify-center">
        <ErrorState
          title={lost ? t('noAccess.title') : title}
          action={!lost && <Button onPress={() => void refetch()}>{t('retry')}</Button>}
        >
          {lost ? t('noAccess.text') : text}
        </ErrorState>
      </div>
    );
  }
  if (!channel) return <ConversationSkeleton compact={compact} />;
  const around = !compact && Number.isSafeInteger(asked) && asked > 0 ? asked : null;
  return (
    <ConversationView
      key={channelId}
      channel={channel}
      me={me}
      compact={compact}
      around={around}
      onOpenDocument={onOpenDocument}
    />
  );
}
