import type { Metadata } from 'next';
import { SignInFrame } from '@/features/auth/components/SignInFrame';
import { GuestEntrance } from '@/features/guests';
import { getTranslations } from '@/lib/i18n';
import { optionalMe } from '@/lib/me';
import { nextPath } from '@/lib/nextPath';

interface GuestPageProps {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guests');
  // A way in is nobody else's to find.
  return { title: t('door.page'), robots: { index: false, follow: false } };
}

/** Where an invitation leads. The page is the same for everybody: what it shows, the browser asks for. */
export default async function GuestPage({ searchParams }: GuestPageProps) {
  const [t, me, { next }] = await Promise.all([getTranslations('guests'), optionalMe(), searchParams]);
  return (
    <SignInFrame namespaces={['guests']} isGuestDoor>
      <noscript>{t('door.noScript')}</noscript>
      <GuestEntrance
        signedInAs={me && { name: me.name, guest: me.guest }}
        next={nextPath(typeof next === 'string' ? next : null)}
      />
    </SignInFrame>
  );
}
