'use client';

import type { GroupSummary, PersonSummary } from '@hemicycle/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { personDetail } from '@/features/people/personDetail';
import { usePeopleSearch } from '@/features/people/usePeopleSearch';
import { matchesAll } from '@/features/search/matchesAll';
import type { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';

/** Who can be given something. */
export type Subject =
  | { readonly type: 'group'; readonly id: string; readonly name: string }
  | {
      readonly type: 'person';
      readonly id: string;
      readonly name: string;
      readonly person: PersonSummary;
      readonly detail: string;
    };

/** Groups first: there are few of them, and one stands for many people. */
const GROUPS = 3;

/** People, and with `withGroups` groups, whose names begin with what is typed. */
export function useSubjectSearch(text: string, withGroups: boolean) {
  const { people, isSearching, failed, asked } = usePeopleSearch(text, undefined);
  const query = { q: asked, limit: GROUPS };
  const groups = useQuery<readonly GroupSummary[], ApiProblem>({
    queryKey: [...apiKey('GET /groups', { query }), 'picker'],
    queryFn: async ({ signal }) => (await api('GET /groups', { query, signal })).items,
    placeholderData: keepPreviousData,
    // All the groups of a ministry say nothing: one looks for them by name.
    enabled: withGroups && asked !== '',
  });
  const found = asked === '' ? [] : (groups.data ?? []);
  const subjects: readonly Subject[] = [
    ...found.map(({ id, name }) => ({ type: 'group', id, name }) as const),
    ...people.map((person) => ({
      type: 'person' as const,
      id: person.id,
      name: person.name,
      person,
      detail: personDetail(person),
    })),
  ];
  const isOld = isSearching || groups.isFetching;
  return {
    // While the answer is on its way the one before is shown, but never a name that does not fit: Enter gives to it.
    subjects: isOld ? subjects.filter(({ name }) => matchesAll([name], text)) : subjects,
    isSearching: isOld,
    failed: failed || groups.isError,
  };
}
