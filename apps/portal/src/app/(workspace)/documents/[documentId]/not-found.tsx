import { DocumentMissing } from '@/features/documents/components/DocumentMissing';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';

export default async function DocumentNotFound() {
  const t = await getTranslations('documents');
  return (
    <>
      <TopBar where={t('one')} />
      <Messages namespaces={['documents']}>
        <DocumentMissing />
      </Messages>
    </>
  );
}
