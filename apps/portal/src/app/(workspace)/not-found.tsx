import { ErrorState } from '@hemicycle/ui/ErrorState';
import { FileQuestion } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import Link from 'next/link';
import { getTranslations } from '@/lib/i18n';

/** Also for what exists but is not the visitor's to know of: the two must not differ. */
export default async function NotFound() {
  const t = await getTranslations('errors');
  return (
    <div className="flex flex-1 flex-col items-center justify-center">
      <ErrorState
        level={1}
        icon={<FileQuestion />}
        title={t('not_found.title')}
        action={
          <Link href="/" className={buttonClass({ variant: 'primary' })}>
            {t('goHome')}
          </Link>
        }
      >
        {t('not_found.text')}
      </ErrorState>
    </div>
  );
}
