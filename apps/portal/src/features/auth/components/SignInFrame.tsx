import type { Namespace } from '@hemicycle/i18n';
import { Logo } from '@hemicycle/ui/Logo';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { getTranslations } from '@/lib/i18n';
import { Messages } from '@/lib/Messages';
import { LanguageLinks } from './LanguageLinks';

export interface SignInFrameProps {
  readonly children: ReactNode;
  /** Words the page needs besides those of the sign-in. */
  readonly namespaces?: readonly Namespace[];
  /** The page is the guests' door itself, and does not lead there. */
  readonly isGuestDoor?: boolean;
}

/** The card in the middle of every page before the workspace. */
export async function SignInFrame({ children, namespaces = [], isGuestDoor = false }: SignInFrameProps) {
  const [t, common] = await Promise.all([getTranslations('auth'), getTranslations('common')]);
  return (
    <Messages namespaces={['auth', ...namespaces]}>
      <div className="flex min-h-dvh flex-col items-center justify-center gap-6 p-4">
        <main className="w-full max-w-[440px] rounded-l border border-line bg-surface p-6 shadow-1 sm:p-9">
          <p className="mb-8 flex items-center gap-2.5 text-md font-semibold text-primary">
            <Logo className="w-[26px]" />
            {common('product')}
          </p>
          {children}
        </main>
        <footer className="flex w-full max-w-[440px] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-1">
          <p className="text-sm text-ink-3">{t('tagline')}</p>
          {!isGuestDoor && (
            <Link href="/guest" className="text-sm text-ink-2">
              {t('guest')}
            </Link>
          )}
          <LanguageLinks />
        </footer>
      </div>
    </Messages>
  );
}
