import { RowsSkeleton } from '@/features/spaces/components/RowsSkeleton';
import { getTranslations } from '@/lib/i18n';

export default async function MembersLoading() {
  const common = await getTranslations('common');
  return <RowsSkeleton label={common('loading')} rows={6} shape="round" />;
}
