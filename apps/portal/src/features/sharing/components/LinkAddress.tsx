'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Check, Copy } from '@hemicycle/ui/icons';
import { TextField } from '@hemicycle/ui/TextField';
import { useState } from 'react';

/** The address of a link that was just made: to be taken along now, since nobody can read it out later. */
export function LinkAddress({ address }: { readonly address: string }) {
  const t = useTranslations('sharing.link');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className="flex animate-fade flex-col gap-2 rounded-m border border-line bg-ok-soft p-4">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('address')}
          value={address}
          isReadOnly
          autoFocus
          onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
          className="min-w-0 flex-1 basis-52"
        />
        <Button variant="primary" icon={isCopied ? <Check /> : <Copy />} onPress={() => void copy()}>
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
      </div>
      <p className="text-sm text-ink-2">{t('once')}</p>
    </div>
  );
}
