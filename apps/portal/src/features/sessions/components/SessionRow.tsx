'use client';

import type { Session } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Badge } from '@hemicycle/ui/Badge';
import { Button } from '@hemicycle/ui/Button';
import { KeyRound, Monitor, Smartphone } from '@hemicycle/ui/icons';
import { RelativeTime } from '@hemicycle/ui/RelativeTime';

export interface SessionRowProps {
  readonly session: Session;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

/** One browser: what it is, since when, when somebody was last there. */
export function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const t = useTranslations('sessions');
  const browser = t(`browser.${session.browser ?? 'unknown'}`);
  const device = t('device', { browser, system: t(`system.${session.system ?? 'unknown'}`) });
  const isPhone = session.system === 'android' || session.system === 'ios';
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-3">
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-hover text-ink-2 [&_svg.lucide]:size-[18px]">
        {isPhone ? <Smartphone /> : <Monitor />}
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {device}
          {session.current && <Badge tone="primary">{t('here')}</Badge>}
          {session.method === 'breakGlass' && (
            <Badge tone="danger" icon={<KeyRound />}>
              {t('breakGlass')}
            </Badge>
          )}
        </div>
        <p className="flex flex-wrap gap-x-1.5 text-sm text-ink-3">
          <span>{t.rich('signedIn', { at: () => <RelativeTime at={session.createdAt} /> })}</span>
          <span aria-hidden="true" className="max-sm:hidden">
            ·
          </span>
          <span>{t.rich('lastSeen', { at: () => <RelativeTime at={session.lastSeenAt} /> })}</span>
        </p>
      </div>
      {!session.current && (
        <Button size="s" isPending={isEnding} onPress={onEnd} aria-label={t('endNamed', { device })}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
