import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LabelsView } from '@/features/labels';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labels');
  return { title: t('title') };
}

/** For administrators; to everybody else there is no such page. */
export default async function LabelsPage() {
  const [t, me] = await Promise.all([getTranslations('labels'), currentMe()]);
  if (!me.organisation.abilities.administer) notFound();
  const { items } = await serverApi('GET /organisation/labels', {});
  return (
    <Messages namespaces={['labels']}>
      <TopBar where={t('title')} />
      <LabelsView initial={items} />
    </Messages>
  );
}
