import type { Metadata } from 'next';
import { TopBar } from '@/features/shell';
import { SpacesView } from '@/features/spaces/components/SpacesView';
import { getTranslations } from '@/lib/i18n';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('spaces');
  return { title: t('title') };
}

export default async function SpacesPage() {
  const [t, initial] = await Promise.all([getTranslations('spaces'), serverApi('GET /spaces')]);
  return (
    <>
      <TopBar where={t('title')} />
      <SpacesView initial={initial} />
    </>
  );
}
