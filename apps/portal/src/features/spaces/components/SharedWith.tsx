'use client';

import type { OrganisationSummary, SpaceOrganisation } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { Card } from '@hemicycle/ui/Card';
import { Chip } from '@hemicycle/ui/Chip';
import { Select } from '@hemicycle/ui/Select';
import { useToast } from '@hemicycle/ui/Toaster';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '@/features/shell';
import { api } from '@/lib/api';
import { useInvalidation } from '@/lib/reads/useInvalidation';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { AddByEmail } from './AddByEmail';

const ROUTE = 'GET /spaces/{spaceId}/organisations';

const ConfirmDialog = lazy(() =>
  import('./ConfirmDialog').then((module) => ({ default: module.ConfirmDialog })),
);

/** Other organisations a space is shared with, for its owners: names them, adds their people by address, ends it. */
export function SharedWith({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations('spaces.sharedWith');
  const words = useProblemWords();
  const toast = useToast();
  const me = useMe();
  const [ending, setEnding] = useState<SpaceOrganisation | null>(null);
  const params = { spaceId };
  const shared = useApiQuery(ROUTE, { params });
  useInvalidation({ of: 'members', spaceId }, apiKey(ROUTE, { params }), me.id);
  const known = useApiQuery('GET /organisations', { query: { limit: 100 } });
  const others = shared.data?.items.filter(({ since }) => since !== null) ?? [];
  const choices = known.data?.items.filter(({ id }) => others.every((other) => other.id !== id)) ?? [];

  const run = async (change: () => Promise<unknown>): Promise<void> => {
    try {
      await change();
      await shared.refetch();
    } catch (error) {
      toast({ tone: 'danger', message: words(error).text });
    }
  };
  const one = (organisationId: string) => ({ params: { spaceId, organisationId } });
  const share = (id: string) =>
    run(() => api('PUT /spaces/{spaceId}/organisations/{organisationId}', one(id)));
  const end = (id: string) =>
    run(() => api('DELETE /spaces/{spaceId}/organisations/{organisationId}', one(id)));

  if (shared.data === undefined || (others.length === 0 && choices.length === 0)) return null;
  return (
    <Card as="section" aria-label={t('title')} className="flex flex-col gap-4 p-4 sm:p-5">
      <div className="flex flex-col gap-1">
        <h3 className="font-semibold">{t('title')}</h3>
        <p className="text-sm text-ink-3">{t('text')}</p>
      </div>
      {others.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {others.map((other) => (
            <li key={other.id}>
              <Chip removeLabel={t('end', { name: other.name })} onRemove={() => setEnding(other)}>
                {other.name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {choices.length > 0 && <Invite choices={choices} onShare={share} />}
      {others.length > 0 && <AddByEmail spaceId={spaceId} />}
      <Suspense>
        {ending !== null && (
          <ConfirmDialog
            title={t('ending.title', { name: ending.name })}
            body={t('ending.body')}
            confirm={t('ending.confirm')}
            onClose={() => setEnding(null)}
            onConfirm={() => {
              setEnding(null);
              void end(ending.id);
            }}
          />
        )}
      </Suspense>
    </Card>
  );
}

interface InviteProps {
  readonly choices: readonly OrganisationSummary[];
  readonly onShare: (organisationId: string) => Promise<void>;
}

function Invite({ choices, onShare }: InviteProps) {
  const t = useTranslations('spaces.sharedWith');
  const [chosen, setChosen] = useState(choices[0]?.id ?? '');
  const value = choices.some(({ id }) => id === chosen) ? chosen : (choices[0]?.id ?? '');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t('organisation')}
        value={value}
        onChange={setChosen}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        className="flex-1 basis-60"
      />
      <Button onPress={() => void onShare(value)}>{t('share')}</Button>
    </div>
  );
}
