import { Id, type PersonDetail } from '@hemicycle/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PersonView } from '@/features/people';
import { Crumbs, TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { currentMe } from '@/lib/me';
import { serverApi } from '@/lib/serverApi';

interface PersonPageProps {
  readonly params: Promise<{ userId: string }>;
}

const readPerson = cache(async (userId: string): Promise<PersonDetail> => {
  if (!Id.safeParse(userId).success) notFound();
  return serverApi('GET /people/{userId}', { params: { userId } });
});

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  return { title: (await readPerson((await params).userId)).name };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const [t, person, me] = await Promise.all([
    getTranslations('people'),
    readPerson((await params).userId),
    currentMe(),
  ]);
  const administers = me.organisation.abilities.administer && me.id !== person.id;
  const sessions = administers
    ? await serverApi('GET /people/{userId}/sessions', { params: { userId: person.id } })
    : null;
  return (
    <Messages namespaces={['sessions']}>
      <TopBar where={<Crumbs items={[{ label: t('title'), href: '/people' }, { label: person.name }]} />} />
      <PersonView person={person} sessions={sessions} />
    </Messages>
  );
}
