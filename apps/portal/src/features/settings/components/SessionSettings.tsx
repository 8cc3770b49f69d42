'use client';

import type { Page, Session } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { SessionList } from '@/features/sessions';
import { useMe } from '@/features/shell';
import { SettingsSection } from './SettingsSection';

/** Where the reader is signed in. */
export function SessionSettings({ initial }: { readonly initial: Page<Session> }) {
  const t = useTranslations('sessions');
  const { id } = useMe();
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <SessionList userId={id} own initial={initial} />
    </SettingsSection>
  );
}
