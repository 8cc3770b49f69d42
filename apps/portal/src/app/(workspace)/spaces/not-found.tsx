import { SpaceAbsent } from '@/features/spaces/components/SpaceAbsent';
import { getTranslations } from '@/lib/i18n';

export default async function SpaceNotFound() {
  const t = await getTranslations('spaces');
  return (
    <>
      <title>{t('absent.title')}</title>
      <SpaceAbsent />
    </>
  );
}
