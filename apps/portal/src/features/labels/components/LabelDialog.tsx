'use client';

import type { Label, LabelTone, LinkReach } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { LINK_REACHES } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { Select } from '@hemicycle/ui/Select';
import { Switch } from '@hemicycle/ui/Switch';
import { TextField } from '@hemicycle/ui/TextField';
import { type FormEvent, useId, useState } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';
import { useLabelName } from '../hooks/useLabelName';
import type { NewLabel } from '../hooks/useLabels';

const TONES = ['neutral', 'primary', 'ok', 'amber', 'danger'] as const satisfies readonly LabelTone[];
/** What a new label begins as: the closest there is. */
const NEW = {
  tone: 'amber',
  linkReach: 'restricted',
  guests: false,
  others: false,
  exports: false,
  isDefault: false,
} as const;

type Fields = Omit<NewLabel, 'name'> & { isDefault: boolean };

export interface LabelDialogProps {
  /** Null: a new one. */
  readonly label: Label | null;
  readonly onClose: () => void;
  /** @throws ApiProblem */
  readonly onSave: (label: Label | null, fields: NewLabel & Fields, name: string | null) => Promise<void>;
}

/** What a label is called, looks like and permits. Import it lazily. */
export function LabelDialog({ label, onClose, onSave }: LabelDialogProps) {
  const t = useTranslations('labels');
  const common = useTranslations('common');
  const nameOf = useLabelName();
  const formId = useId();
  const form = useLabelForm(label, onSave, onClose);
  const { fields, set, failure } = form;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={label ? t('editTitle', { name: nameOf(label) }) : t('addTitle')}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={form.isSending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => void form.submit(event)}
        className="flex flex-col gap-5"
        noValidate
      >
        {failure !== undefined && (
          <div className="overflow-hidden rounded-m">
            <Banner tone="danger" urgent>
              {failure}
            </Banner>
          </div>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('name')}
            value={form.name}
            onChange={form.setName}
            maxLength={LIMITS.labelNameLength}
            error={form.isMissing ? t('nameMissing') : undefined}
            {...(form.isNamed && {
              description: t('nameHint'),
              placeholder: nameOf({ key: label?.key ?? null, name: null }),
            })}
            autoComplete="off"
            autoFocus
          />
          <Select<LabelTone>
            label={t('tone')}
            value={fields.tone}
            onChange={(tone) => set({ tone })}
            options={TONES.map((value) => ({ value, label: t(`tones.${value}`) }))}
          />
        </div>
        <Select<LinkReach>
          label={t('reach')}
          value={fields.linkReach}
          onChange={(linkReach) => set({ linkReach })}
          options={LINK_REACHES.map((value) => ({ value, label: t(`reaches.${value}`) }))}
        />
        {(['guests', 'others', 'exports'] as const).map((field) => (
          <Switch key={field} isSelected={fields[field]} onChange={(value) => set({ [field]: value })}>
            {t(field)}
          </Switch>
        ))}
        {label?.isDefault !== true && (
          <Switch isSelected={fields.isDefault} onChange={(isDefault) => set({ isDefault })}>
            {t('makeDefault')}
          </Switch>
        )}
        <p className="text-sm text-ink-3">{t('atOnce')}</p>
      </form>
    </Dialog>
  );
}

function useLabelForm(label: Label | null, onSave: LabelDialogProps['onSave'], onClose: () => void) {
  const words = useProblemWords();
  const { tone, linkReach, guests, others, exports, isDefault } = label ?? NEW;
  const [fields, setFields] = useState<Fields>({ tone, linkReach, guests, others, exports, isDefault });
  const [name, setName] = useState(label?.name ?? '');
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  /** One of the first labels: the catalogues have a name for it. */
  const isNamed = label !== null && label.key !== null;
  const isMissing = name.trim() === '' && !isNamed;
  return {
    fields,
    set: (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change })),
    name,
    setName,
    isNamed,
    isMissing: isTried && isMissing,
    isSending,
    failure,
    async submit(event: FormEvent) {
      event.preventDefault();
      setTried(true);
      if (isMissing || isSending) return;
      setSending(true);
      setFailure(undefined);
      try {
        await onSave(label, { ...fields, name: name.trim() }, name.trim() || null);
        onClose();
      } catch (error) {
        const { title, text } = words(error);
        setFailure(`${title}. ${text}`);
        setSending(false);
      }
    },
  };
}
