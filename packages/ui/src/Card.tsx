import type { ReactNode } from 'react';
import { cx } from './lib/cx';

export interface CardProps {
  readonly children: ReactNode;
  readonly as?: 'div' | 'section' | 'article' | 'li' | 'ul' | 'ol';
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
}

/** A white surface with a line round it. No padding of its own. */
export function Card({ children, as: Element = 'div', className, ...rest }: CardProps) {
  return (
    <Element {...rest} className={cx('rounded-l border border-line bg-surface shadow-1', className)}>
      {children}
    </Element>
  );
}
