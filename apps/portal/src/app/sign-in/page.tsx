import { keycloakEnv } from '@hemicycle/env';
import { Logo } from '@hemicycle/ui/Logo';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { LanguageLinks } from '@/features/auth/components/LanguageLinks';
import { SignIn } from '@/features/auth/components/SignIn';
import { stateOfCode } from '@/features/auth/lib/signInState';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { optionalMe } from '@/lib/me';
import { nextPath } from '@/lib/nextPath';

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const query = await searchParams;
  const next = nextPath(typeof query.next === 'string' ? query.next : null);
  if (await optionalMe()) redirect(next);
  const { publicUrl: url, realm, clientId } = keycloakEnv();
  const reason = typeof query.reason === 'string' ? stateOfCode(query.reason) : 'working';
  const [t, common] = await Promise.all([getTranslations('auth'), getTranslations('common')]);
  return (
    <Messages namespaces={['auth']}>
      <div className="flex min-h-dvh flex-col items-center justify-center gap-6 p-4">
        <main className="w-full max-w-[440px] rounded-l border border-line bg-surface p-6 shadow-1 sm:p-9">
          <p className="mb-8 flex items-center gap-2.5 text-md font-semibold text-primary">
            <Logo className="w-[26px]" />
            {common('product')}
          </p>
          <SignIn
            keycloak={{ url, realm, clientId }}
            next={next}
            initialState={query.signedOut === undefined ? reason : 'signedOut'}
          />
        </main>
        <footer className="flex w-full max-w-[440px] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-1">
          <p className="text-sm text-ink-3">{t('tagline')}</p>
          <Link href="/guest" className="text-sm text-ink-2">
            {t('guest')}
          </Link>
          <LanguageLinks />
        </footer>
      </div>
    </Messages>
  );
}
