import type { ReactNode } from 'react';
import { TriangleAlert } from './icons';

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** Why, and what now. */
  readonly children: ReactNode;
  /** A button or two. */
  readonly action?: ReactNode;
  /** Whole page or a part of it: which heading level fits. */
  readonly level?: 1 | 2 | 3;
  readonly icon?: ReactNode;
}

/** What, why, what now. */
export function ErrorState({ title, children, action, level = 2, icon }: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div role="alert" className="flex flex-col items-center gap-4 px-6 py-12 text-center">
      <span className="inline-flex size-11 items-center justify-center rounded-full bg-amber-soft text-amber [&_svg.lucide]:size-5">
        {icon ?? <TriangleAlert />}
      </span>
      <div className="flex max-w-[52ch] flex-col gap-2">
        <Heading className="text-lg font-semibold">{title}</Heading>
        <div className="text-md text-ink-2 text-pretty">{children}</div>
      </div>
      {action && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
