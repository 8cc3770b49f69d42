'use client';

import type { AccessChange, LinkReach, LinkRole } from '@hemicycle/contracts';
import { LINK_DEFAULT } from '@hemicycle/contracts/roleOrder';
import { useTranslations } from '@hemicycle/i18n/client';
import { Select } from '@hemicycle/ui/Select';
import { Switch } from '@hemicycle/ui/Switch';
import { useShare } from '../hooks/shareContext';
import { ChangePanel } from './ChangePanel';

const AT = 'rules';
type Policy = Omit<Extract<AccessChange, { change: 'policy' }>, 'change'>;

/** What others may share here and below, and how open a link may be. */
export function RulesSection() {
  const t = useTranslations('sharing');
  const roles = useTranslations('spaces.roles');
  const { sharing, pending, consider } = useShare();
  const asked = pending?.at === AT && pending.change.change === 'policy' ? pending.change : null;
  const ask = (policy: Policy) => consider({ at: AT, change: { change: 'policy', ...policy } });
  const { linkPolicy } = sharing;
  const shownReach = asked?.linkReach !== undefined ? asked.linkReach : linkPolicy.reach;
  const shownRole = asked?.linkRole !== undefined ? asked.linkRole : linkPolicy.role;
  const unsaid = (what: string) => ({
    value: 'above' as const,
    label: sharing.resourceType === 'space' ? t('rules.usual', { what }) : t('rules.above'),
  });
  const reachOptions: readonly LinkReach[] = ['restricted', 'organisation', 'anyone'];
  const roleOptions: readonly LinkRole[] = ['reader', 'commenter', 'editor'];
  return (
    <div className="flex flex-col gap-4">
      {sharing.resourceType === 'space' && (
        <Switch
          isSelected={asked?.editorsShare ?? sharing.editorsShare}
          onChange={(editorsShare) => ask({ editorsShare })}
          detail={t('rules.editorsShareDetail')}
        >
          {t('rules.editorsShare')}
        </Switch>
      )}
      <div className="grid items-end gap-3 sm:grid-cols-2">
        <Select<LinkReach | 'above'>
          label={t('rules.reach')}
          value={shownReach ?? 'above'}
          onChange={(reach) => ask({ linkReach: reach === 'above' ? null : reach })}
          options={[
            unsaid(t(`link.${LINK_DEFAULT.reach}`)),
            ...reachOptions.map((value) => ({ value, label: t(`link.${value}`) })),
          ]}
        />
        <Select<LinkRole | 'above'>
          label={t('rules.role')}
          value={shownRole ?? 'above'}
          onChange={(role) => ask({ linkRole: role === 'above' ? null : role })}
          options={[
            unsaid(roles(LINK_DEFAULT.role)),
            ...roleOptions.map((value) => ({ value, label: roles(value) })),
          ]}
        />
      </div>
      <ChangePanel at={AT} confirm={t('preview.confirm.policy')} />
    </div>
  );
}
