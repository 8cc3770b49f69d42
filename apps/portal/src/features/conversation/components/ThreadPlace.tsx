'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { lazy, Suspense } from 'react';
import { useMediaQuery } from '../hooks/useMediaQuery';
import { useConversation } from './conversationContext';
import { ThreadPanel, type ThreadPanelProps } from './ThreadPanel';

const Sheet = lazy(() => import('@hemicycle/ui/Sheet').then((module) => ({ default: module.Sheet })));

/** A thread beside its channel, over it where there is no room, in its place in a side panel. */
export function ThreadPlace(place: Omit<ThreadPanelProps, 'bare'>) {
  const t = useTranslations('conversation');
  const { compact } = useConversation();
  const wide = useMediaQuery('(min-width: 1024px)');
  if (compact)
    return (
      <div className="absolute inset-0 z-20 flex flex-col bg-surface">
        <ThreadPanel {...place} />
      </div>
    );
  if (wide)
    return (
      <aside aria-label={t('thread.title')} className="flex w-[400px] shrink-0 flex-col border-l border-line">
        <ThreadPanel {...place} />
      </aside>
    );
  return (
    <Suspense>
      <Sheet isOpen onOpenChange={place.onClose} title={t('thread.title')}>
        <div className="flex h-[min(76dvh,900px)] flex-col md:h-full">
          <ThreadPanel {...place} bare />
        </div>
      </Sheet>
    </Suspense>
  );
}
