'use client';

import type { CopyRecord } from '@hemicycle/collab/offline';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Dialog } from '@hemicycle/ui/Dialog';

export interface SignOutDialogProps {
  readonly unsaved: readonly CopyRecord[];
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before a sign-out that would lose edits. Import it lazily. */
export function SignOutDialog({ unsaved, onStay, onLeave }: SignOutDialogProps) {
  const t = useTranslations('shell.signOutDialog');
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onOpenChange={onStay}
      title={t('title')}
      footer={
        <>
          <Button onPress={onStay}>{t('stay')}</Button>
          <Button variant="danger" onPress={onLeave}>
            {t('leave')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('text', { count: unsaved.length })}</p>
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 font-medium">
        {unsaved.map(({ name, title }) => (
          <li key={name} className="break-words">
            {title}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
