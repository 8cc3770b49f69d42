import { LIMITS } from '@hemicycle/contracts';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Lock } from '@hemicycle/ui/icons';
import type { Metadata } from 'next';
import { PeopleView } from '@/features/people';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

interface PeoplePageProps {
  readonly searchParams: Promise<{ q?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const [t, me, { q: asked }] = await Promise.all([getTranslations('people'), currentMe(), searchParams]);
  if (!me.organisation.abilities.searchPeople) {
    return (
      <>
        <TopBar where={t('title')} />
        <ErrorState level={1} icon={<Lock />} title={t('closedTitle')}>
          {t('closedBody')}
        </ErrorState>
      </>
    );
  }
  const q = typeof asked === 'string' ? asked.trim().slice(0, LIMITS.searchLength) : '';
  const initial = await serverApi('GET /people', { query: q === '' ? {} : { q } });
  return (
    <>
      <TopBar where={t('title')} />
      <PeopleView initial={initial} initialQuery={q} />
    </>
  );
}
