import type { ReactNode } from 'react';
import { cx } from './lib/cx';

export type BadgeTone = 'neutral' | 'primary' | 'amber' | 'ok' | 'danger';

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: 'bg-hover text-ink-2',
  primary: 'bg-primary-soft text-primary-ink',
  amber: 'bg-amber-soft text-amber',
  ok: 'bg-ok-soft text-ok',
  danger: 'bg-danger-soft text-danger',
};

export interface BadgeProps {
  readonly tone?: BadgeTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A state in a word or two: restricted, guest, live. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex max-w-full min-w-0 items-center gap-1 rounded-s px-1.5 py-px text-xs font-semibold whitespace-nowrap forced-line [&_svg.lucide]:size-3 [&_svg.lucide]:shrink-0',
        tones[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
