'use client';

import type { PersonSummary, Role } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { ROLES } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Chip } from '@hemicycle/ui/Chip';
import { Dialog } from '@hemicycle/ui/Dialog';
import { TextArea } from '@hemicycle/ui/TextArea';
import { TextField } from '@hemicycle/ui/TextField';
import { useToast } from '@hemicycle/ui/Toaster';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { PersonPicker } from '@/features/people/PersonPicker';
import { RoleField } from '@/features/sharing/RoleField';
import { useMe } from '@/features/shell';
import { useProblemWords } from '@/lib/useProblemWords';
import { createSpaceWithMembers } from '../lib/createSpaceWithMembers';

export interface NewSpaceDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Picked already, such as the person whose page it was opened from. */
  readonly people?: readonly PersonSummary[];
}

/** Creates a space with its first members, then goes there. Import it lazily. */
export function NewSpaceDialog(props: NewSpaceDialogProps) {
  // What was typed lives as long as one opening.
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ isOpen, onOpenChange, people: given = [] }: NewSpaceDialogProps) {
  const t = useTranslations('spaces');
  const common = useTranslations('common');
  const formId = useId();
  const form = useNewSpace(given, () => onOpenChange(false));
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="m"
      title={t('create.title')}
      description={t('create.description')}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={form.isSending}>
            {t('create.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} className="flex flex-col gap-5" noValidate>
        {form.failure && (
          <div className="overflow-hidden rounded-m">
            <Banner tone="danger" urgent>
              {t('create.failed', { reason: form.failure })}
            </Banner>
          </div>
        )}
        <TextField
          label={t('create.name')}
          placeholder={t('create.namePlaceholder')}
          value={form.name}
          onChange={form.setName}
          maxLength={LIMITS.titleLength}
          error={form.nameMissing ? t('create.nameMissing') : undefined}
          autoComplete="off"
          autoFocus
        />
        <TextArea
          label={t('create.purpose')}
          placeholder={t('create.purposePlaceholder')}
          value={form.purpose}
          onChange={form.setPurpose}
          maxLength={LIMITS.purposeLength}
          rows={2}
        />
        <FirstMembers form={form} />
      </form>
    </Dialog>
  );
}

type NewSpaceForm = ReturnType<typeof useNewSpace>;

function useNewSpace(given: readonly PersonSummary[], onDone: () => void) {
  const t = useTranslations('spaces');
  const words = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [people, setPeople] = useState(given);
  const [role, setRole] = useState<Role>('editor');
  const [asked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  // The same key for each try of the same content: an answer lost on the way does not make two spaces.
  const attempt = useRef({ content: '', key: '' });

  const send = async () => {
    setSending(true);
    setFailure(undefined);
    try {
      const input = { name: name.trim(), purpose: purpose.trim(), people, role };
      const content = JSON.stringify([input.name, input.purpose]);
      if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      const { space, left } = await createSpaceWithMembers(input, attempt.current.key);
      const names = left.map((person) => person.name).join(', ');
      if (left.length > 0) {
        const message = t('create.partly', { name: space.name, count: left.length, people: names });
        toast({ tone: 'danger', message });
      } else toast({ message: t('create.created', { name: space.name }) });
      onDone();
      router.push(left.length > 0 ? `/spaces/${space.id}/members` : `/spaces/${space.id}`);
    } catch (error) {
      setFailure(words(error).text);
      setSending(false);
    }
  };

  return {
    name,
    setName,
    purpose,
    setPurpose,
    people,
    add: (person: PersonSummary) =>
      setPeople((all) => [...all.filter((one) => one.id !== person.id), person]),
    drop: (id: string) => setPeople((all) => all.filter((one) => one.id !== id)),
    role,
    setRole,
    nameMissing: asked && name.trim() === '',
    isSending,
    failure,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setAsked(true);
      if (name.trim() !== '' && !isSending) void send();
    },
  };
}

function FirstMembers({ form }: { readonly form: NewSpaceForm }) {
  const t = useTranslations('spaces');
  const me = useMe();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <PersonPicker
          label={t('create.members')}
          placeholder={t('membersTab.addPlaceholder')}
          without={[me.id, ...form.people.map((person) => person.id)]}
          onPick={form.add}
          className="min-w-56 flex-1"
        />
        <RoleField
          on="space"
          roles={ROLES}
          label={t('create.addAs')}
          value={form.role}
          onChange={form.setRole}
          className="w-44 max-sm:flex-1"
        />
      </div>
      {form.people.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('create.members')}>
          {form.people.map((person) => (
            <li key={person.id}>
              <Chip
                before={<Avatar name={person.name} hue={person.hue} size="xs" />}
                removeLabel={t('create.removePerson', { name: person.name })}
                onRemove={() => form.drop(person.id)}
              >
                {person.name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-3">{t('create.membersHint')}</p>
    </div>
  );
}
