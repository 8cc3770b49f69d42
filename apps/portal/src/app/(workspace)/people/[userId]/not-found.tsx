import { ErrorState } from '@hemicycle/ui/ErrorState';
import { UserX } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';

export default async function PersonNotFound() {
  const t = await getTranslations('people');
  return (
    <>
      <title>{t('person.absentTitle')}</title>
      <TopBar where={t('title')} />
      <ErrorState
        level={1}
        icon={<UserX />}
        title={t('person.absentTitle')}
        action={
          <Link href="/people" className={buttonClass({ variant: 'primary' })}>
            {t('person.back')}
          </Link>
        }
      >
        {t('person.absentBody')}
      </ErrorState>
    </>
  );
}
