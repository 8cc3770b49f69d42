import type { ReactNode } from 'react';
import { cx } from './lib/cx';

export type BannerTone = 'info' | 'amber' | 'danger' | 'ok';

const tones: Readonly<Record<BannerTone, string>> = {
  info: 'bg-primary-soft text-primary-ink',
  amber: 'bg-amber-soft text-amber',
  danger: 'bg-danger-soft text-danger',
  ok: 'bg-ok-soft text-ok',
};

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Interrupts a screen reader; otherwise it waits for a pause. */
  readonly urgent?: boolean;
}

/** A state of the whole view, across its top: offline, read-only, no access to part of it. */
export function Banner({ tone = 'info', icon, children, action, urgent = false }: BannerProps) {
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={cx(
        'flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2 text-sm font-medium forced-line',
        tones[tone],
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {action}
    </div>
  );
}
