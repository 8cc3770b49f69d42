import { cx } from '@hemicycle/ui/lib/cx';

const sizes = {
  s: 'size-6 text-xs',
  m: 'size-[30px] text-sm',
  l: 'size-9 text-base',
} as const;

/** A space's first letter on a square: people are round, spaces have corners. */
export function SpaceTile({
  name,
  size = 's',
}: {
  readonly name: string;
  readonly size?: keyof typeof sizes;
}) {
  const letter = name.match(/\p{L}|\p{N}/u)?.[0]?.toLocaleUpperCase() ?? '·';
  return (
    <span
      aria-hidden="true"
      // Drawn by CSS, as an avatar's initials are: a picture, not words to hold against an accessible name.
      data-letter={letter}
      className={cx(
        'inline-flex shrink-0 items-center before:content-[attr(data-letter)] justify-center rounded-s bg-primary-soft font-semibold text-primary-ink select-none forced-line',
        sizes[size],
      )}
    />
  );
}
