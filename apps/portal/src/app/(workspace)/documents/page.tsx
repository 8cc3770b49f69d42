import type { Metadata } from 'next';
import { RecentDocuments } from '@/features/documents';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { serverApi } from '@/lib/serverApi';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents.recent');
  return { title: t('title') };
}

export default async function DocumentsPage() {
  const [t, initial, spaces] = await Promise.all([
    getTranslations('documents.recent'),
    serverApi('GET /documents'),
    serverApi('GET /spaces', { query: { limit: 100 } }),
  ]);
  return (
    <>
      <TopBar where={t('title')} />
      <Messages namespaces={['documents']}>
        <RecentDocuments initial={initial} spaces={spaces.items.map(({ id, name }) => ({ id, name }))} />
      </Messages>
    </>
  );
}
