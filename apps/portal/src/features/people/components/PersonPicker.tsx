'use client';

import type { Person } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Field } from '@hemicycle/ui/Field';
import { Search } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { inputClass } from '@hemicycle/ui/lib/fieldClass';
import { optionClass, popoverClass } from '@hemicycle/ui/lib/popoverClass';
import { type ReactNode, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Highlight } from '@/features/search/Highlight';
import { usePeopleSearch } from '../hooks/usePeopleSearch';
import { personDetail } from '../lib/personDetail';

export interface PersonPickerProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  /** Leave out who is a member there. */
  readonly notInSpace?: string;
  /** Leave out who was picked already. */
  readonly without?: readonly string[];
  readonly onPick: (person: Person) => void;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** Finds a person by name, accents ignored, and hands them over; then it is ready for the next. Load it lazily. */
export function PersonPicker(props: PersonPickerProps) {
  const {
    label,
    hideLabel,
    placeholder,
    description,
    notInSpace,
    without = [],
    onPick,
    isDisabled,
    className,
  } = props;
  const t = useTranslations('people.picker');
  const [text, setText] = useState('');
  const { people, isSearching, failed } = usePeopleSearch(text, notInSpace);
  const offered = people.filter((person) => !without.includes(person.id)).slice(0, 8);
  const [picked, setPicked] = useState(0);
  const nothing = failed ? t('failed') : isSearching ? t('searching') : t('nobody');

  return (
    <ComboBox
      // A fresh box after each pick: emptying the old one from outside would open its list again.
      key={picked}
      autoFocus={picked > 0}
      items={offered}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        const person = offered.find((one) => one.id === key);
        if (!person) return;
        setText('');
        setPicked((count) => count + 1);
        onPick(person);
      }}
      // The server has matched already, and it ignores more than a browser's filter does.
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
      isDisabled={isDisabled ?? false}
      className={cx('flex min-w-0 flex-col gap-1.5', className)}
    >
      <Field label={label} hideLabel={hideLabel ?? false} description={description}>
        <span className="relative flex items-center">
          <Search className="pointer-events-none absolute left-3 text-ink-3" />
          <Input className={cx(inputClass, 'pl-9')} {...(placeholder !== undefined && { placeholder })} />
        </span>
      </Field>
      <Popover className={cx(popoverClass, 'w-(--trigger-width) min-w-72 overflow-auto p-1')} offset={6}>
        <ListBox<Person>
          className="outline-none"
          renderEmptyState={() => <p className="px-2.5 py-2 text-ink-3">{nothing}</p>}
        >
          {(person) => (
            <ListBoxItem id={person.id} textValue={person.name} className={optionClass}>
              <Avatar name={person.name} hue={person.hue} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span className="truncate font-medium">
                    <Highlight text={person.name} query={text} />
                  </span>
                  {person.guest && <GuestBadge />}
                </span>
                <span className="block truncate text-sm text-ink-3">{personDetail(person)}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function GuestBadge() {
  const t = useTranslations('people');
  return <Badge tone="amber">{t('guest')}</Badge>;
}
