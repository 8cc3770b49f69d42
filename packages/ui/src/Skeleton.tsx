import { cx } from './lib/cx';

/** A grey shape while something loads; size it with classes. The view around it says `aria-busy`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block animate-pulse rounded-s bg-pressed', className ?? 'h-4 w-full')}
    />
  );
}
