import { Card } from '@hemicycle/ui/Card';
import { Skeleton } from '@hemicycle/ui/Skeleton';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';

/** The shape of the settings while they are read. */
export default async function SettingsLoading() {
  const t = await getTranslations('settings');
  return (
    <>
      <TopBar where={t('title')} />
      <div aria-busy="true" className="mx-auto flex w-full max-w-[980px] flex-col gap-10 px-4 py-8 md:px-10">
        <h1 className="text-title font-bold">{t('title')}</h1>
        {['appearance', 'devices'].map((section) => (
          <div key={section} className="grid gap-x-10 gap-y-4 lg:grid-cols-[240px_minmax(0,1fr)]">
            <div className="flex flex-col gap-2">
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-4 w-48" />
            </div>
            <Card className="flex flex-col gap-6 p-6">
              <Skeleton className="h-9 w-72" />
              <Skeleton className="h-9" />
              <Skeleton className="h-9" />
            </Card>
          </div>
        ))}
      </div>
    </>
  );
}
