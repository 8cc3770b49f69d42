import { TopBar } from '@/features/shell';
import { RowsSkeleton } from '@/features/spaces/components/RowsSkeleton';
import { getTranslations } from '@/lib/i18n';

export default async function PeopleLoading() {
  const [t, common] = await Promise.all([getTranslations('people'), getTranslations('common')]);
  return (
    <>
      <TopBar where={t('title')} />
      <RowsSkeleton label={common('loading')} rows={8} shape="round" />
    </>
  );
}
