'use client';

import type { SharedGrant } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { refreshSharing } from '../hooks/refreshSharing';
import { useReasonWords } from '../hooks/useReasonWords';
import type { Resource } from '../lib/resource';
import { AskForAccess } from './AskForAccess';

const GRANT = '/access/{resourceType}/{resourceId}/grants/{grantId}';

/** For who is not told who else has access: what they were given themselves, to give it up, and a way to ask for more. */
export function OwnAccess({ resource }: { readonly resource: Resource }) {
  const t = useTranslations('sharing');
  const list = useSeededList<SharedGrant>({
    route: 'GET /access/{resourceType}/{resourceId}/grants',
    input: { params: resource },
  });
  return (
    <div className="flex flex-col gap-6">
      <p className="text-ink-2">{t('own.text')}</p>
      <section aria-labelledby="share-own" className="flex flex-col gap-1">
        <h3 id="share-own" className="text-sm font-semibold text-ink-2">
          {t('own.have')}
        </h3>
        {!list.isPending && list.items.length === 0 && <p className="text-ink-2">{t('own.none')}</p>}
        <ul className="divide-y divide-line">
          {list.items.map((grant) => (
            <OwnGrant key={grant.id} grant={grant} resource={resource} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="share-more" className="flex flex-col gap-3">
        <h3 id="share-more" className="text-sm font-semibold text-ink-2">
          {t('own.more')}
        </h3>
        <AskForAccess resource={resource} hasSome />
      </section>
    </div>
  );
}

function OwnGrant({ grant, resource }: { readonly grant: SharedGrant; readonly resource: Resource }) {
  const t = useTranslations('sharing');
  const roles = useTranslations('spaces.roles');
  const common = useTranslations('common');
  const words = useProblemWords();
  const reasons = useReasonWords();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<string>();
  const giveUp = async () => {
    try {
      await api(`DELETE ${GRANT}`, { params: { ...resource, grantId: grant.id } });
      await refreshSharing(queries);
    } catch (error) {
      const { title, text } = words(error);
      setFailure(`${title}. ${text}`);
    }
  };
  const { source, expiresAt } = grant;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-semibold">{roles(grant.role)}</p>
        <p className="text-sm text-ink-3">
          {reasons.reason({ way: 'grant', group: null, source, expiresAt })}
        </p>
        {failure && (
          <p role="alert" className="font-medium text-danger">
            {failure}
          </p>
        )}
      </div>
      {grant.abilities.revoke && !isAsked && (
        <Button variant="quiet" onPress={() => setAsked(true)}>
          {t('list.giveUp')}
        </Button>
      )}
      {isAsked && (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setAsked(false)}>{common('cancel')}</Button>
          <Button variant="danger" onPress={() => void giveUp()} autoFocus>
            {t('preview.confirm.leave')}
          </Button>
        </div>
      )}
    </li>
  );
}
