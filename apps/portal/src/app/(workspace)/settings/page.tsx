import { keycloakEnv } from '@hemicycle/env';
import type { Metadata } from 'next';
import { NotificationSettings } from '@/features/notifications/NotificationSettings';
import { AccountSettings } from '@/features/settings/components/AccountSettings';
import { AppearanceSettings } from '@/features/settings/components/AppearanceSettings';
import { DeviceSettings } from '@/features/settings/components/DeviceSettings';
import { SessionSettings } from '@/features/settings/components/SessionSettings';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const { id: userId } = await currentMe();
  const [t, sessions] = await Promise.all([
    getTranslations('settings'),
    serverApi('GET /people/{userId}/sessions', { params: { userId } }),
  ]);
  const { publicUrl, realm } = keycloakEnv();
  return (
    <Messages namespaces={['settings', 'sessions']}>
      <TopBar where={t('title')} />
      <div className="mx-auto flex w-full max-w-[980px] flex-col gap-10 px-4 py-8 md:px-10">
        <h1 className="text-title font-bold">{t('title')}</h1>
        <AppearanceSettings />
        <NotificationSettings initial={await serverApi('GET /notifications/settings')} />
        <DeviceSettings />
        <SessionSettings initial={sessions} />
        <AccountSettings accountUrl={`${publicUrl}/realms/${encodeURIComponent(realm)}/account`} />
      </div>
    </Messages>
  );
}
