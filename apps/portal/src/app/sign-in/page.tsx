import { keycloakEnv, sessionEnv } from '@hemicycle/env';
import type { Metadata } from 'next';
import { SignIn } from '@/features/auth/components/SignIn';
import { SignInFrame } from '@/features/auth/components/SignInFrame';
import { stateOfCode } from '@/features/auth/lib/signInState';
import { getTranslations } from '@/lib/i18n';
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
  const { publicUrl: url, realm, clientId } = keycloakEnv();
  const { stepUp, breakGlassHash } = sessionEnv();
  const reason = typeof query.reason === 'string' ? stateOfCode(query.reason) : 'working';
  const signedIn = (await optionalMe()) !== null;
  return (
    <SignInFrame>
      <SignIn
        keycloak={{ url, realm, clientId }}
        next={nextPath(typeof query.next === 'string' ? query.next : null)}
        // Who is signed in is only passing through; the browser says whether Keycloak has just answered.
        initialState={signedIn ? 'working' : query.signedOut === undefined ? reason : 'signedOut'}
        signedIn={signedIn}
        stepUp={signedIn && query.again !== undefined ? stepUp.acr[0] : null}
        breakGlass={breakGlassHash !== null}
        withAccount={query.account !== undefined}
      />
    </SignInFrame>
  );
}
