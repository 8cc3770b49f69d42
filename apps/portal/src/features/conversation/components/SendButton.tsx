'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { IconButton } from '@hemicycle/ui/IconButton';
import { Send } from '@hemicycle/ui/icons';

export interface SendButtonProps {
  readonly onSend: () => void;
  readonly ready: boolean;
  readonly hint: boolean;
}

/** Sends; beside it the key that does the same. */
export function SendButton({ onSend, ready, hint }: SendButtonProps) {
  const t = useTranslations('conversation.composer');
  return (
    <>
      {hint && <span className="hidden text-sm text-ink-3 md:inline touch:hidden">{t('enterSends')}</span>}
      <IconButton
        label={t('send')}
        shortcut={t('sendKey')}
        icon={<Send />}
        variant="primary"
        aria-disabled={!ready}
        onPress={onSend}
      />
    </>
  );
}
