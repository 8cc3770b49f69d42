'use client';

import { localeNames, locales } from '@hemicycle/i18n';
import { useTranslations } from '@hemicycle/i18n/client';
import { Contrast, Monitor, Moon, Sun } from '@hemicycle/ui/icons';
import { RadioGroup } from '@hemicycle/ui/RadioGroup';
import { Select } from '@hemicycle/ui/Select';
import { useMe } from '@/features/shell';
import { useSavePreferences } from '../useSavePreferences';
import { SettingsSection } from './SettingsSection';

/** Language, theme, contrast, motion. Each choice counts at once. */
export function AppearanceSettings() {
  const t = useTranslations('settings');
  const { preferences } = useMe();
  const save = useSavePreferences();
  return (
    <SettingsSection title={t('appearance.title')} text={t('appearance.text')}>
      <Select
        label={t('language.label')}
        className="max-w-72"
        value={preferences.locale ?? 'system'}
        onChange={(value) => save({ locale: value === 'system' ? null : value })}
        options={[
          { value: 'system', label: t('language.system') },
          ...locales.map((locale) => ({ value: locale, label: localeNames[locale] })),
        ]}
      />
      <RadioGroup
        label={t('theme.label')}
        look="cards"
        value={preferences.theme}
        onChange={(theme) => save({ theme })}
        options={[
          { value: 'system', label: t('theme.system'), icon: <Monitor /> },
          { value: 'light', label: t('theme.light'), icon: <Sun /> },
          { value: 'dark', label: t('theme.dark'), icon: <Moon /> },
        ]}
      />
      <RadioGroup
        label={t('contrast.label')}
        look="cards"
        value={preferences.contrast}
        onChange={(contrast) => save({ contrast })}
        options={[
          { value: 'system', label: t('contrast.system'), icon: <Monitor /> },
          { value: 'normal', label: t('contrast.normal') },
          { value: 'more', label: t('contrast.more'), icon: <Contrast /> },
        ]}
      />
      <RadioGroup
        label={t('motion.label')}
        look="cards"
        value={preferences.motion}
        onChange={(motion) => save({ motion })}
        options={[
          { value: 'system', label: t('motion.system'), icon: <Monitor /> },
          { value: 'full', label: t('motion.full') },
          { value: 'reduced', label: t('motion.reduced') },
        ]}
      />
    </SettingsSection>
  );
}
