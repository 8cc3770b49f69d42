import type { Metadata } from 'next';
import { Suspense } from 'react';
import { HomeSkeleton, HomeView, Today } from '@/features/home';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: t('home') };
}

export default async function HomePage() {
  const t = await getTranslations('home');
  return (
    <Messages namespaces={['home']}>
      <TopBar where={<Today />} />
      <Suspense fallback={<HomeSkeleton label={t('states.loading')} />}>
        <LoadedHome />
      </Suspense>
    </Messages>
  );
}

async function LoadedHome() {
  const [home, requests] = await Promise.all([serverApi('GET /home'), serverApi('GET /access/requests')]);
  return <HomeView initial={home} requests={requests} />;
}
