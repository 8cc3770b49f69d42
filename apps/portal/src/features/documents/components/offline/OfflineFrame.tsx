import { useTranslations } from '@hemicycle/i18n/client';
import { Logo } from '@hemicycle/ui/Logo';
import type { ReactNode } from 'react';

export interface OfflineFrameProps {
  /** Where I am. */
  readonly where: ReactNode;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** The shell without its rail: nothing on it would lead anywhere. */
export function OfflineFrame({ where, beside, children }: OfflineFrameProps) {
  const common = useTranslations('common');
  const t = useTranslations('offline');
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex h-bar shrink-0 items-center gap-3 border-b border-line bg-surface px-4 md:gap-4 md:px-5">
        <a
          href="/offline"
          title={t('kept')}
          aria-label={`${common('product')}: ${t('kept')}`}
          className="inline-flex min-h-10 shrink-0 items-center rounded-m px-1"
        >
          <Logo />
        </a>
        <div className="flex min-w-0 flex-1 items-center gap-3 text-base font-semibold">
          <div className="min-w-0 truncate">{where}</div>
          {beside}
        </div>
      </header>
      <main className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">{children}</main>
    </div>
  );
}
