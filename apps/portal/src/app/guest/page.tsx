import { Logo } from '@hemicycle/ui/Logo';
import type { Metadata } from 'next';
import { LanguageLinks } from '@/features/auth/components/LanguageLinks';
import { GuestEntrance } from '@/features/guests';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { optionalMe } from '@/lib/me';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guests');
  // A way in is nobody else's to find.
  return { title: t('door.page'), robots: { index: false, follow: false } };
}

/** Where an invitation leads. The page is the same for everybody: what it shows, the browser asks for. */
export default async function GuestPage() {
  const [t, common, me] = await Promise.all([
    getTranslations('guests'),
    getTranslations('common'),
    optionalMe(),
  ]);
  return (
    <Messages namespaces={['guests', 'auth']}>
      <div className="flex min-h-dvh flex-col items-center justify-center gap-6 p-4">
        <main className="w-full max-w-[440px] rounded-l border border-line bg-surface p-6 shadow-1 sm:p-9">
          <p className="mb-8 flex items-center gap-2.5 text-md font-semibold text-primary">
            <Logo className="w-[26px]" />
            {common('product')}
          </p>
          <noscript>{t('door.noScript')}</noscript>
          <GuestEntrance signedInAs={me && { name: me.name, guest: me.guest }} />
        </main>
        <footer className="flex w-full max-w-[440px] flex-wrap items-center justify-end gap-x-4 gap-y-2 px-1">
          <LanguageLinks />
        </footer>
      </div>
    </Messages>
  );
}
