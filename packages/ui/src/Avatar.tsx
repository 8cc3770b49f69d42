import { cx } from './lib/cx';
import { hueStep } from './lib/hueStep';
import { initialsOf } from './lib/initialsOf';

export type AvatarSize = 'xs' | 's' | 'm' | 'l' | 'xl';

const sizes: Readonly<Record<AvatarSize, string>> = {
  xs: 'size-5 text-[9px]',
  s: 'size-[26px] text-[10px]',
  m: 'size-[30px] text-2xs',
  l: 'size-9 text-base',
  xl: 'size-[84px] text-[34px] leading-none',
};

export interface AvatarProps {
  readonly name: string;
  /** 0 to 359, from the API. */
  readonly hue: number;
  readonly size?: AvatarSize;
  /** Names the picture for screen readers when no name stands beside it. */
  readonly labelled?: boolean;
  readonly className?: string;
}

/** A person's initials on their hue. */
export function Avatar({ name, hue, size = 'm', labelled = false, className }: AvatarProps) {
  return (
    <span
      {...(labelled ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      data-hue={hueStep(hue)}
      // Drawn by CSS: initials are a picture, not words to read out, select or hold against an accessible name.
      data-initials={initialsOf(name)}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full before:content-[attr(data-initials)] font-semibold select-none tracking-normal forced-line',
        sizes[size],
        className,
      )}
    />
  );
}
