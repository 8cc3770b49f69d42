import type { Metadata } from 'next';
import { Suspense } from 'react';
import { MeetingsSkeleton, MeetingsView } from '@/features/meetings';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meeting');
  return { title: t('list.title') };
}

export default async function MeetingsRoute() {
  const t = await getTranslations('meeting');
  return (
    <Messages namespaces={['meeting']}>
      <TopBar where={t('list.title')} />
      <Suspense fallback={<MeetingsSkeleton label={t('list.loading')} />}>
        <LoadedMeetings />
      </Suspense>
    </Messages>
  );
}

async function LoadedMeetings() {
  return <MeetingsView initial={await serverApi('GET /meetings', { query: {} })} />;
}
