import { Users } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';

/** Where a person has an avatar a group has this. */
export function GroupMark({ size }: { readonly size: 'm' | 'l' }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-primary-soft text-primary-ink forced-line',
        size === 'm' ? 'size-[30px] [&_svg.lucide]:size-4' : 'size-9 [&_svg.lucide]:size-[18px]',
      )}
    >
      <Users />
    </span>
  );
}
