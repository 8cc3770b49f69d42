import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuestList } from '@/features/guests';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guests');
  return { title: t('list.title') };
}

/** For administrators; to everybody else there is no such page. */
export default async function GuestsPage() {
  const [t, me] = await Promise.all([getTranslations('guests'), currentMe()]);
  if (!me.organisation.abilities.administer) notFound();
  return (
    <Messages namespaces={['guests']}>
      <TopBar where={t('list.title')} />
      <GuestList initial={await serverApi('GET /guests', {})} />
    </Messages>
  );
}
