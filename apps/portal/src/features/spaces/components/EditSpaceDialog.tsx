'use client';

import type { Space } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { Banner } from '@hemicycle/ui/Banner';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';
import { TextArea } from '@hemicycle/ui/TextArea';
import { TextField } from '@hemicycle/ui/TextField';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

export interface EditSpaceDialogProps {
  readonly space: Space;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Renames a space and says what it is for. Import it lazily. */
export function EditSpaceDialog({ space, onOpenChange }: EditSpaceDialogProps) {
  const t = useTranslations('spaces');
  const common = useTranslations('common');
  const words = useProblemWords();
  const toast = useToast();
  const queries = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(space.name);
  const [purpose, setPurpose] = useState(space.purpose);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const missing = name.trim() === '';

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (missing || isSending) return;
    setSending(true);
    setFailure(undefined);
    const params = { spaceId: space.id };
    try {
      const body = { name: name.trim(), purpose: purpose.trim() };
      const saved = await api('PATCH /spaces/{spaceId}', { params, body });
      queries.setQueryData(apiKey('GET /spaces/{spaceId}', { params }), saved);
      toast({ message: t('edit.saved') });
      onOpenChange(false);
    } catch (error) {
      setFailure(words(error).text);
      setSending(false);
    }
  };

  return (
    <Dialog
      isOpen
      onOpenChange={onOpenChange}
      title={t('edit.title')}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={isSending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} className="flex flex-col gap-5" noValidate>
        {failure && (
          <div className="overflow-hidden rounded-m">
            <Banner tone="danger" urgent>
              {t('edit.failed', { reason: failure })}
            </Banner>
          </div>
        )}
        <TextField
          label={t('create.name')}
          value={name}
          onChange={setName}
          maxLength={LIMITS.titleLength}
          error={missing ? t('create.nameMissing') : undefined}
          autoComplete="off"
          autoFocus
        />
        <TextArea
          label={t('create.purpose')}
          placeholder={t('create.purposePlaceholder')}
          value={purpose}
          onChange={setPurpose}
          maxLength={LIMITS.purposeLength}
        />
      </form>
    </Dialog>
  );
}
