'use client';

import type { Label, RouteBody } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useAnnounce } from '@hemicycle/ui/Announcer';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { useLabelName } from './useLabelName';

const route = 'GET /organisation/labels';

export type NewLabel = RouteBody<'POST /organisation/labels'>;
type LabelChange = RouteBody<'PATCH /organisation/labels/{labelId}'>;

/** The labels of the organisation, and what administrators do with them. */
export function useLabels(initial: readonly Label[]) {
  const t = useTranslations('labels');
  const queries = useQueryClient();
  const toast = useToast();
  const announce = useAnnounce();
  const words = useProblemWords();
  const nameOf = useLabelName();
  const [isBusy, setBusy] = useState(false);
  const { data } = useApiQuery(route, {}, { initialData: { items: [...initial] } });
  const labels: readonly Label[] = data?.items ?? initial;

  const act = async (work: () => Promise<unknown>, told: string) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await work();
      announce(told);
    } catch (error) {
      const { title, text } = words(error);
      toast({ message: `${title}. ${text}`, tone: 'danger' });
    }
    await queries.invalidateQueries({ queryKey: [route] });
    setBusy(false);
  };
  return {
    labels,
    isBusy,
    /** @throws ApiProblem */
    async save(
      label: Label | null,
      { isDefault, ...fields }: NewLabel & { isDefault: boolean },
      name: string | null,
    ) {
      const kept = label ?? (await api('POST /organisation/labels', { body: fields }));
      const change: LabelChange = {
        ...(label && { ...fields, name }),
        ...(isDefault && !kept.isDefault && { isDefault: true }),
      };
      if (Object.keys(change).length > 0) {
        await api('PATCH /organisation/labels/{labelId}', { params: { labelId: kept.id }, body: change });
      }
      await queries.invalidateQueries({ queryKey: [route] });
      announce(t('saved'));
    },
    move: (label: Label, by: 1 | -1) => {
      const ids = labels.map(({ id }) => id);
      const from = ids.indexOf(label.id);
      const labelIds = ids.toSpliced(from, 1).toSpliced(from + by, 0, label.id);
      const told = t('moved', { name: nameOf(label), place: from + by + 1 });
      return act(() => api('PUT /organisation/labels/order', { body: { labelIds } }), told);
    },
    remove: (label: Label) =>
      act(
        () => api('DELETE /organisation/labels/{labelId}', { params: { labelId: label.id } }),
        t('deleted', { name: nameOf(label) }),
      ),
  };
}
