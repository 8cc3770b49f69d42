'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { MessagesSquare } from '@hemicycle/ui/icons';

export interface ConversationStartProps {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly onWrite?: () => void;
}

/** What stands above the first message, or in place of it. */
export function ConversationStart({ name, isEmpty, onWrite }: ConversationStartProps) {
  const t = useTranslations('conversation');
  if (!isEmpty) return <p className="pt-8 text-base text-ink-3">{t('beginning', { name })}</p>;
  return (
    <div className="my-auto">
      <EmptyState
        icon={<MessagesSquare />}
        action={onWrite && <Button onPress={onWrite}>{t('empty.action')}</Button>}
      >
        {t('empty.text', { name })}
      </EmptyState>
    </div>
  );
}
