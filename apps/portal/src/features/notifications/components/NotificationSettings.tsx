'use client';

import type { NotificationSettings as Settings } from '@hemicycle/contracts';
import { NOTIFICATION_KINDS } from '@hemicycle/contracts/notificationKinds';
import { useTranslations } from '@hemicycle/i18n/client';
import { RadioGroup } from '@hemicycle/ui/RadioGroup';
import { Select } from '@hemicycle/ui/Select';
import { Switch } from '@hemicycle/ui/Switch';
import { SettingsSection } from '@/features/settings';
import { useNotificationSettings } from '../hooks/useNotificationSettings';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const QUIET = { from: 20, until: 7 };

/** When mail tells me of what I have not read, and of what. Each choice counts at once. */
export function NotificationSettings({ initial }: { readonly initial: Settings }) {
  const t = useTranslations('notifications.wishes');
  const [settings, change] = useNotificationSettings(initial);
  const hours = HOURS.map((hour) => ({ value: String(hour), label: clock(hour) }));
  const { mail, dailyHour, quiet, ways, timeZone } = settings;
  return (
    <div id="notifications" className="scroll-mt-20">
      <SettingsSection title={t('title')} text={t('text')}>
        <RadioGroup
          label={t('mail.label')}
          description={t('mail.detail')}
          value={mail}
          onChange={(value) => change({ mail: value })}
          options={[
            { value: 'immediately', label: t('mail.immediately') },
            { value: 'daily', label: t('mail.daily') },
            { value: 'off', label: t('mail.off') },
          ]}
        />
        {mail === 'daily' && (
          <Select
            label={t('hour')}
            className="max-w-48"
            value={String(dailyHour)}
            options={hours}
            onChange={(value) => change({ dailyHour: Number(value) })}
          />
        )}
        {mail !== 'off' && (
          <div className="flex flex-col gap-4">
            <Switch
              isSelected={quiet !== null}
              onChange={(on) => change({ quiet: on ? QUIET : null })}
              detail={t('quiet.detail', { zone: timeZone })}
            >
              {t('quiet.label')}
            </Switch>
            {quiet && (
              <div className="flex flex-wrap gap-4">
                <Select
                  label={t('quiet.from')}
                  className="w-40"
                  value={String(quiet.from)}
                  options={hours}
                  onChange={(value) => change({ quiet: { ...quiet, from: Number(value) } })}
                />
                <Select
                  label={t('quiet.until')}
                  className="w-40"
                  value={String(quiet.until)}
                  options={hours}
                  onChange={(value) => change({ quiet: { ...quiet, until: Number(value) } })}
                />
              </div>
            )}
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          {NOTIFICATION_KINDS.map((kind) => (
            <Select
              key={kind}
              label={t(`kinds.${kind}`)}
              value={ways[kind]}
              options={[
                { value: 'mail', label: t('ways.mail') },
                { value: 'bell', label: t('ways.bell') },
                { value: 'none', label: t('ways.none') },
              ]}
              onChange={(way) => change({ ways: { ...ways, [kind]: way } })}
            />
          ))}
        </div>
      </SettingsSection>
    </div>
  );
}
