import { sessionEnv } from '@hemicycle/env';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BreakGlassForm } from '@/features/auth/components/BreakGlassForm';
import { SignInFrame } from '@/features/auth/components/SignInFrame';
import { getTranslations } from '@/lib/i18n';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('breakGlass.title') };
}

/** Only where the password is configured: elsewhere there is no such page. */
export default function BreakGlassPage() {
  if (sessionEnv().breakGlassHash === null) notFound();
  return (
    <SignInFrame>
      <BreakGlassForm />
    </SignInFrame>
  );
}
