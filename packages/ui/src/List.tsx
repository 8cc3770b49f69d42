import type { ReactNode } from 'react';
import { cx } from './lib/cx';

export interface ListProps {
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
  readonly className?: string;
}

/** Rows in a card, parted by lines. */
export function List({ children, className, ...rest }: ListProps) {
  return (
    <ul
      {...rest}
      className={cx(
        'divide-y divide-line overflow-clip rounded-l border border-line bg-surface shadow-1 [&>li]:relative',
        className,
      )}
    >
      {children}
    </ul>
  );
}
