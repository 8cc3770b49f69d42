'use client';

import type { Label, Link } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Link as LinkIcon, RefreshCw, Unlink } from '@hemicycle/ui/icons';
import { useState } from 'react';
import { useLabelName } from '@/features/labels/useLabelName';
import { useShare } from '../hooks/shareContext';
import { useDayWords } from '../hooks/useDayWords';
import { ChangePanel } from './ChangePanel';
import { LinkAddress } from './LinkAddress';
import { LinkForm } from './LinkForm';

export const LINK = 'link';

/** The one link of a resource: made, told once, changed, renewed, taken back. */
export function LinkSection() {
  const t = useTranslations('sharing');
  const { sharing, pending, consider, address } = useShare();
  const [isForm, setForm] = useState(false);
  const { link, linkAllowed, labels } = sharing;
  const nameOf = useLabelName();
  const isAsked = pending?.at === LINK;
  const confirm = confirmOf(pending?.change.change, link === null, pending?.change);
  return (
    <section aria-labelledby="share-link" className="flex flex-col gap-3">
      <h3 id="share-link" className="text-sm font-semibold text-ink-2">
        {t('link.title')}
      </h3>
      {address !== null && <LinkAddress address={address} />}
      {link === null ? <p className="text-ink-2">{t('link.none')}</p> : <LinkTerms link={link} />}
      {linkAllowed.reach === 'restricted' && link === null ? (
        <p className="text-ink-2">
          {labels.effective?.linkReach === 'restricted'
            ? t('link.byLabel', { label: nameOf(labels.effective) })
            : t('link.notAllowed')}
        </p>
      ) : (
        !isForm &&
        !isAsked && (
          <div className="flex flex-wrap gap-2">
            {linkAllowed.reach !== 'restricted' && (
              <Button icon={<LinkIcon />} onPress={() => setForm(true)}>
                {t(link === null ? 'link.make' : 'link.change')}
              </Button>
            )}
            {link !== null && <LinkActions link={link} />}
          </div>
        )
      )}
      {isForm && !isAsked && (
        <LinkForm
          link={link}
          onCancel={() => setForm(false)}
          onDone={(wanted) => {
            setForm(false);
            consider({ at: LINK, ...wanted });
          }}
        />
      )}
      <ChangePanel at={LINK} confirm={t(confirm)} />
    </section>
  );
}

function confirmOf(kind: string | undefined, isNew: boolean, change: object | undefined) {
  if (kind === 'unlink') return 'preview.confirm.unlink';
  if (isNew) return 'link.create';
  const renews = change !== undefined && 'renew' in change && change.renew === true;
  return renews ? 'preview.confirm.renew' : 'preview.confirm.link';
}

function LinkActions({ link }: { readonly link: Link }) {
  const t = useTranslations('sharing.link');
  const { sharing, consider } = useShare();
  const { reach, role, expiresAt } = link;
  return (
    <>
      {reach !== 'restricted' && sharing.linkAllowed.reach !== 'restricted' && (
        <Button
          variant="quiet"
          icon={<RefreshCw />}
          onPress={() =>
            consider({ at: LINK, change: { change: 'link', reach, role, expiresAt, renew: true } })
          }
        >
          {t('renew')}
        </Button>
      )}
      <Button
        variant="quiet"
        icon={<Unlink />}
        className="text-danger!"
        onPress={() => consider({ at: LINK, change: { change: 'unlink' } })}
      >
        {t('takeBack')}
      </Button>
    </>
  );
}

/** Why a link opens nothing: a label, or what owners allow. */
function useNothingWords(label: Label | null): string {
  const t = useTranslations('sharing.link');
  const nameOf = useLabelName();
  return label?.linkReach === 'restricted' ? t('byLabel', { label: nameOf(label) }) : t('nothing');
}

function LinkTerms({ link }: { readonly link: Link }) {
  const t = useTranslations('sharing');
  const roles = useTranslations('spaces.roles');
  const day = useDayWords();
  const { address, sharing } = useShare();
  const nothing = useNothingWords(sharing.labels.effective);
  const { reach, role, expiresAt, password, openings, effective } = link;
  const words = (terms: Link['effective']) => t('link.who', { reach: terms.reach, role: roles(terms.role) });
  const details = [
    ...(expiresAt === null ? [] : [t('list.until', { date: day(expiresAt) })]),
    ...(password ? [t('link.withPassword')] : []),
    t('link.openings', { count: openings }),
  ];
  const isLess = effective.reach !== reach || effective.role !== role;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{words({ reach, role })}</p>
      <p className="text-sm text-ink-3">{details.join(' · ')}</p>
      {isLess && (
        <p className="text-sm font-medium text-amber">
          {effective.reach === 'restricted' ? nothing : t('link.less', { what: words(effective) })}
        </p>
      )}
      {address === null && <p className="text-sm text-ink-3">{t('link.hidden')}</p>}
    </div>
  );
}
