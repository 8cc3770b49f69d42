import { Avatar, type AvatarSize } from './Avatar';
import { cx } from './lib/cx';

export interface StackedPerson {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
}

export interface AvatarStackProps {
  readonly people: readonly StackedPerson[];
  /** The rest is counted. */
  readonly max?: number;
  readonly size?: AvatarSize;
  /** Says who they are, for screen readers: the pictures themselves are silent. */
  readonly label: string;
  /** Side by side instead of overlapping. */
  readonly apart?: boolean;
}

/** A few people in little room. */
export function AvatarStack({ people, max = 4, size = 's', label, apart = false }: AvatarStackProps) {
  const shown = people.slice(0, people.length > max ? max - 1 : max);
  const rest = people.length - shown.length;
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        'inline-flex items-center',
        apart ? 'gap-2' : size === 'xs' ? '-space-x-1' : '-space-x-1.5',
      )}
    >
      {shown.map((person) => (
        <Avatar
          key={person.id}
          name={person.name}
          hue={person.hue}
          size={size}
          {...(!apart && { className: 'ring-2 ring-surface' })}
        />
      ))}
      {rest > 0 && (
        <span
          aria-hidden="true"
          className={cx('pl-3 text-sm font-medium text-ink-3 tabular', apart && 'pl-0')}
        >{`+${rest}`}</span>
      )}
    </span>
  );
}
