'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { useState } from 'react';
import { useShare } from '../hooks/shareContext';
import { ChangePanel } from './ChangePanel';
import { SubjectPicker } from './SubjectPicker';

const ALL = 'all';
const OWNER = 'owner';

/** What is done to everything at once: taking all back, and handing a space over. */
export function WholeActions() {
  const t = useTranslations('sharing');
  const common = useTranslations('common');
  const { sharing, pending, consider } = useShare();
  const [isPicking, setPicking] = useState(false);
  const { manage, transfer } = sharing.abilities;
  if (!manage && !transfer) return null;
  const isOpen = isPicking || pending?.at === ALL || pending?.at === OWNER;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      {!isOpen && (
        <div className="flex flex-wrap gap-2">
          {manage && (
            <Button
              variant="quiet"
              className="-ml-3.5 text-danger!"
              onPress={() => consider({ at: ALL, change: { change: 'revokeAll' } })}
            >
              {t('all.takeBack')}
            </Button>
          )}
          {transfer && (
            <Button variant="quiet" onPress={() => setPicking(true)}>
              {t('all.handOver')}
            </Button>
          )}
        </div>
      )}
      {isPicking && (
        <div className="flex flex-col gap-3 rounded-m border border-line-strong bg-sunken p-4">
          <SubjectPicker
            label={t('all.heir')}
            withGroups={false}
            autoFocus
            onPick={({ id, name }) => {
              setPicking(false);
              consider({ at: OWNER, name, change: { change: 'transfer', userId: id } });
            }}
          />
          <p className="text-sm text-ink-3">{t('all.handOverHint')}</p>
          <Button className="self-end" onPress={() => setPicking(false)}>
            {common('cancel')}
          </Button>
        </div>
      )}
      <ChangePanel at={ALL} confirm={t('preview.confirm.revokeAll')}>
        <p className="text-ink-2">{t('all.takeBackHint')}</p>
      </ChangePanel>
      <ChangePanel at={OWNER} confirm={t('preview.confirm.transfer')} />
    </section>
  );
}
