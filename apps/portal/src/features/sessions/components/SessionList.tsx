'use client';

import type { Page, Session } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { List } from '@hemicycle/ui/List';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { useToast } from '@hemicycle/ui/Toaster';
import { useState } from 'react';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useEvents } from '@/lib/events/useEvents';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { SessionRow } from './SessionRow';

export interface SessionListProps {
  readonly userId: string;
  /** The reader's own: the one they read this with stays. */
  readonly own: boolean;
  /** What the server already read for this page. */
  readonly initial: Page<Session>;
}

/** Where somebody is signed in, each to be ended, or all at once. */
export function SessionList({ userId, own, initial }: SessionListProps) {
  const t = useTranslations('sessions');
  const common = useTranslations('common');
  const words = useProblemWords();
  const list = useSeededList<Session>({
    route: 'GET /people/{userId}/sessions',
    input: { params: { userId } },
    initial,
  });
  const { ending, end, endAll } = useEnding(userId, list.retry);
  useEvents(['session.ended'], (event) => event.userId === userId && list.retry());

  if (list.error && list.items.length === 0) {
    return (
      <ErrorState title={t('failed')} action={<Button onPress={list.retry}>{common('retry')}</Button>}>
        {words(list.error).text}
      </ErrorState>
    );
  }
  if (list.isPending) return <Skeleton className="h-14" />;
  // The one this is read with comes first.
  const shown = [...list.items].sort((a, b) => Number(b.current) - Number(a.current));
  const others = shown.filter(({ current }) => !current);
  if (shown.length === 0) return <p className="text-ink-3">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-4">
      <List aria-label={t('title')} className="shadow-none">
        {shown.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={ending === session.id}
            onEnd={() => void end(session.id)}
          />
        ))}
      </List>
      <div className="flex flex-wrap justify-between gap-2 empty:hidden">
        {others.length > 1 || (others.length > 0 && list.hasMore) ? (
          <Button isPending={ending === 'all'} onPress={() => void endAll()}>
            {own ? t('endOthers') : t('endAll')}
          </Button>
        ) : null}
        {list.hasMore && (
          <Button variant="quiet" isPending={list.isLoadingMore} onPress={list.loadMore}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Ends one or all; a refusal that asks for a new sign-in is answered by the workspace's own dialog. */
function useEnding(userId: string, onEnded: () => void) {
  const t = useTranslations('sessions');
  const words = useProblemWords();
  const toast = useToast();
  const [ending, setEnding] = useState<string | null>(null);
  const act = async (what: string, call: () => Promise<unknown>, done: string) => {
    setEnding(what);
    try {
      await call();
      toast({ message: done });
    } catch (error) {
      const isAsked = error instanceof ApiProblem && error.code === 'step_up_required';
      if (!isAsked) toast({ tone: 'danger', message: t('endFailed', { reason: words(error).title }) });
    } finally {
      setEnding(null);
      onEnded();
    }
  };
  return {
    ending,
    end: (sessionId: string) =>
      act(
        sessionId,
        () => api('DELETE /people/{userId}/sessions/{sessionId}', { params: { userId, sessionId } }),
        t('ended'),
      ),
    endAll: () =>
      act('all', () => api('DELETE /people/{userId}/sessions', { params: { userId } }), t('endedAll')),
  };
}
