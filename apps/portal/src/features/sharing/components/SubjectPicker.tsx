'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Field } from '@hemicycle/ui/Field';
import { Search } from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { inputClass } from '@hemicycle/ui/lib/fieldClass';
import { optionClass, popoverClass } from '@hemicycle/ui/lib/popoverClass';
import { useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Highlight } from '@/features/search/Highlight';
import { type Subject, useSubjectSearch } from '../hooks/useSubjectSearch';
import { GroupMark } from './GroupMark';

export interface SubjectPickerProps {
  readonly label: string;
  readonly withGroups: boolean;
  readonly onPick: (subject: Subject) => void;
  readonly autoFocus?: boolean;
}

/** Finds a person or a group by name and hands it over. The first found is at hand: Enter takes it. */
export function SubjectPicker({ label, withGroups, onPick, autoFocus = false }: SubjectPickerProps) {
  const t = useTranslations('sharing.add');
  const [text, setText] = useState('');
  const { subjects, isSearching, failed } = useSubjectSearch(text, withGroups);
  const nothing = failed ? t('searchFailed') : isSearching ? t('searching') : t('nobody');
  return (
    <ComboBox
      autoFocus={autoFocus}
      items={subjects}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        const subject = subjects.find(({ id }) => id === key);
        if (subject) onPick(subject);
      }}
      // The server has matched already, and it ignores more than a browser's filter does.
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
      className="flex min-w-0 flex-col gap-1.5"
    >
      <Field label={label}>
        <span className="relative flex items-center">
          <Search className="pointer-events-none absolute left-3 text-ink-3" />
          <Input className={cx(inputClass, 'pl-9')} placeholder={t('placeholder')} />
        </span>
      </Field>
      <Popover className={cx(popoverClass, 'w-(--trigger-width) min-w-72 overflow-auto p-1')} offset={6}>
        <ListBox<Subject>
          className="outline-none"
          renderEmptyState={() => <p className="px-2.5 py-2 text-ink-3">{nothing}</p>}
        >
          {(subject) => (
            <ListBoxItem id={subject.id} textValue={subject.name} className={optionClass}>
              {subject.type === 'person' ? (
                <Avatar name={subject.name} hue={subject.person.hue} />
              ) : (
                <GroupMark size="m" />
              )}
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span className="truncate font-medium">
                    <Highlight text={subject.name} query={text} />
                  </span>
                  {subject.type === 'group' && <Badge>{t('group')}</Badge>}
                  {subject.type === 'person' && subject.person.guest && (
                    <Badge tone="amber">{t('guest')}</Badge>
                  )}
                </span>
                {subject.type === 'person' && subject.detail && (
                  <span className="block truncate text-sm text-ink-3">{subject.detail}</span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
