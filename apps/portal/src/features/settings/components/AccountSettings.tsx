'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { ExternalLink } from '@hemicycle/ui/icons';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { useMe } from '@/features/shell';
import { SettingsSection } from './SettingsSection';

/** What the identity service says about the account; changed there, not here. */
export function AccountSettings({ accountUrl }: { readonly accountUrl: string }) {
  const t = useTranslations('settings.account');
  const me = useMe();
  const rows = [
    [t('name'), me.name],
    [t('email'), me.email],
    ...(me.title ? [[t('position'), me.title] as const] : []),
    [t('organisation'), me.organisation.name],
    [t('role'), t(`roles.${me.organisationRole}`)],
  ] as const;
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(120px,auto)_1fr]">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3 max-sm:-mb-2">{term}</dt>
            <dd className="min-w-0 font-medium break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <a href={accountUrl} className={buttonClass({ className: 'self-start' })}>
        {t('manage')}
        <ExternalLink className="size-4 text-ink-3" />
      </a>
    </SettingsSection>
  );
}
