'use client';

import type { PersonSummary } from '@hemicycle/contracts';
import { Avatar } from '@hemicycle/ui/Avatar';
import { cx } from '@hemicycle/ui/lib/cx';

export interface MentionListProps {
  readonly id: string;
  readonly label: string;
  readonly people: readonly PersonSummary[];
  readonly active: number;
  readonly onPick: (person: PersonSummary) => void;
}

/** The people a name being typed may mean. Focus stays in the text; `aria-activedescendant` follows there. */
export function MentionList({ id, label, people, active, onPick }: MentionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute bottom-full left-0 z-30 mb-1.5 w-[min(320px,100%)] rounded-m border border-line bg-surface p-1 shadow-2 animate-rise forced-line"
    >
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text field
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          aria-selected={index === active}
          // The field must keep its focus and its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
          className={cx(
            'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1 text-base touch:min-h-11',
            index === active ? 'bg-hover' : 'hover:bg-hover',
          )}
        >
          <Avatar name={person.name} hue={person.hue} size="s" />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
