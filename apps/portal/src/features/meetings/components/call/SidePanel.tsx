'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { X } from '@hemicycle/ui/icons';
import { lazy, type ReactNode, Suspense } from 'react';
import { useIsNarrow } from '../../hooks/useIsNarrow';

const Sheet = lazy(() => import('@hemicycle/ui/Sheet').then((module) => ({ default: module.Sheet })));

export interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel beside the stage; on a narrow screen a sheet over it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const t = useTranslations('common');
  const narrow = useIsNarrow();
  if (narrow) {
    return (
      <Suspense>
        <Sheet isOpen onOpenChange={(open) => !open && onClose()} title={title}>
          <div className="flex h-[70dvh] flex-col">{children}</div>
        </Sheet>
      </Suspense>
    );
  }
  return (
    <aside
      aria-label={title}
      className="flex w-[344px] shrink-0 animate-rise flex-col overflow-hidden rounded-l border border-line bg-surface lg:w-[364px]"
    >
      <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-md font-semibold">{title}</h2>
        <IconButton label={t('close')} icon={<X />} size="s" onPress={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
    </aside>
  );
}
