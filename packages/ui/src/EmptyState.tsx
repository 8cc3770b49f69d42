import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** One sentence. */
  readonly children: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
}

/** Nothing here yet: says so in one sentence and offers the one thing to do. */
export function EmptyState({ icon, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 px-6 py-12 text-center">
      {icon && (
        <span className="inline-flex size-11 items-center justify-center rounded-full bg-hover text-ink-3 [&_svg.lucide]:size-5">
          {icon}
        </span>
      )}
      <p className="max-w-[44ch] text-md text-ink-2 text-balance">{children}</p>
      {action}
    </div>
  );
}
