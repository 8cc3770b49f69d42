import { Id, ResourceType } from '@hemicycle/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkPage } from '@/features/sharing/components/LinkPage';
import { TopBar } from '@/features/shell';
import { getTranslations } from '@/lib/i18n';
import { currentMe } from '@/lib/me';

interface LinkRouteProps {
  readonly params: Promise<{ resourceType: string; resourceId: string; token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sharing.linkPage');
  return { title: t('title') };
}

/** Comes by a link. Nothing is opened by reading the page: what fetches addresses on its own comes by nothing. */
export default async function LinkRoute({ params }: LinkRouteProps) {
  const t = await getTranslations('sharing.linkPage');
  const { resourceType, resourceId, token } = await params;
  const type = ResourceType.safeParse(resourceType);
  if (!type.success || !Id.safeParse(resourceId).success) notFound();
  await currentMe();
  return (
    <>
      <TopBar where={t('title')} />
      <LinkPage resource={{ resourceType: type.data, resourceId }} token={token} />
    </>
  );
}
