import type { Metadata } from 'next';
import { OfflineWorkspace } from '@/features/documents/OfflineWorkspace';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offline');
  return { title: t('kept') };
}

/** The page the service worker keeps: the same for everybody, with nobody's data in it. */
export default function OfflineRoute() {
  return (
    <Messages namespaces={['documents', 'offline']}>
      <OfflineWorkspace />
    </Messages>
  );
}
