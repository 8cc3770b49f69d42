'use client';

import type { Label, LabelMark } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { Select } from '@hemicycle/ui/Select';
import { TextField } from '@hemicycle/ui/TextField';
import { LabelBadge } from '@/features/labels/LabelBadge';
import { useLabelName } from '@/features/labels/useLabelName';
import { useApiQuery } from '@/lib/useApiQuery';
import { useShare } from '../hooks/shareContext';
import { ChangePanel } from './ChangePanel';

const AT = 'label';
const NONE = 'none';

/** How closely the resource is kept, what that permits, and another label for it: looked at before it is given. */
export function LabelSection() {
  const t = useTranslations('sharing.label');
  const { sharing } = useShare();
  const { effective, inherited } = sharing.labels;
  const nameOf = useLabelName();
  const { raiseLabel, lowerLabel } = sharing.abilities;
  return (
    <section aria-labelledby="share-label" className="flex flex-col gap-3">
      <h3 id="share-label" className="text-sm font-semibold text-ink-2">
        {t('title')}
      </h3>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {effective ? <LabelBadge label={effective} /> : <span className="text-ink-2">{t('none')}</span>}
        {effective && <Rules label={effective} />}
      </div>
      {inherited && sharing.resourceType === 'document' && (
        <p className="text-sm text-ink-3">{t('inherited', { name: nameOf(inherited) })}</p>
      )}
      {(raiseLabel || lowerLabel) && <Choice />}
    </section>
  );
}

function Rules({ label }: { readonly label: Label }) {
  const t = useTranslations('sharing.label.rules');
  const rules = [
    t(label.linkReach),
    ...(label.guests ? [] : [t('guests')]),
    ...(label.others ? [] : [t('others')]),
    ...(label.exports ? [] : [t('exports')]),
  ];
  return <p className="text-sm text-ink-3">{rules.join(' · ')}</p>;
}

function Choice() {
  const t = useTranslations('sharing.label');
  const confirms = useTranslations('sharing.preview.confirm');
  const nameOf = useLabelName();
  const { sharing, pending, consider } = useShare();
  const { data } = useApiQuery('GET /organisation/labels', {});
  const { own } = sharing.labels;
  const { lowerLabel } = sharing.abilities;
  const asked = pending?.at === AT && pending.change.change === 'label' ? pending.change : null;
  const labels = data?.items ?? [];
  const rankOf = (id: string | null) => labels.find((label) => label.id === id)?.rank ?? -1;
  const isLower = (id: string | null) => rankOf(id) < rankOf(own?.id ?? null);
  const lowers = asked !== null && isLower(asked.labelId);
  const choose = (value: string) => {
    const labelId = value === NONE ? null : value;
    if (labelId === (own?.id ?? null)) consider(null);
    else consider({ at: AT, change: { change: 'label', labelId } });
  };
  const option = (label: LabelMark) => ({
    value: label.id,
    label: nameOf(label),
    isDisabled: !lowerLabel && isLower(label.id),
  });
  const none = { value: NONE, label: t('asAbove'), isDisabled: !lowerLabel && own !== null };
  const hasNone = sharing.resourceType === 'document';
  return (
    <div className="flex flex-col gap-3">
      <Select<string>
        label={t('own')}
        value={(asked ? asked.labelId : (own?.id ?? null)) ?? (hasNone ? NONE : null)}
        onChange={choose}
        placeholder={t('none')}
        options={[...(hasNone ? [none] : []), ...labels.map(option)]}
        className="sm:max-w-72"
      />
      {!lowerLabel && own !== null && <p className="text-sm text-ink-3">{t('lowerOwners')}</p>}
      <ChangePanel
        at={AT}
        confirm={asked === null ? confirms('label') : t(lowers ? 'lower' : 'raise')}
        isReady={!lowers || (pending?.reason ?? '').trim() !== ''}
        asksFirst={lowers}
      >
        {lowers ? (
          <TextField
            label={t('reason')}
            description={t('reasonHint')}
            value={pending?.reason ?? ''}
            onChange={(reason) => pending && consider({ ...pending, reason })}
            maxLength={LIMITS.labelReasonLength}
            autoComplete="off"
          />
        ) : (
          asked !== null && <p className="text-sm text-ink-3">{t('stays')}</p>
        )}
      </ChangePanel>
    </div>
  );
}
