'use client';

import type { Page, Person } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { Users } from '@hemicycle/ui/icons';
import { List } from '@hemicycle/ui/List';
import { buttonClass } from '@hemicycle/ui/lib/buttonClass';
import { SearchField } from '@hemicycle/ui/SearchField';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useMe } from '@/features/shell';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { useDebounced } from '../hooks/useDebounced';
import { PersonRow } from './PersonRow';

const restMs = 150;

export interface PeopleViewProps {
  readonly initial: Page<Person>;
  /** What the page's address asks for. */
  readonly initialQuery: string;
}

/** The directory of the organisation, searched by the beginnings of names. */
export function PeopleView({ initial, initialQuery }: PeopleViewProps) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const words = useProblemWords();
  const me = useMe();
  const [text, setText] = useState(initialQuery);
  const q = useDebounced(text.trim(), restMs);
  const list = useSeededList<Person>({
    route: 'GET /people',
    input: { query: q === '' ? {} : { q } },
    ...(q === initialQuery && { initial }),
  });
  useAddress(q);

  return (
    <div className="mx-auto flex w-full max-w-[960px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title font-bold">{t('title')}</h1>
        {me.organisation.abilities.administer && (
          <div className="flex flex-wrap gap-2">
            <Link href="/people/labels" className={buttonClass()}>
              {t('labels')}
            </Link>
            <Link href="/people/guests" className={buttonClass()}>
              {t('guests')}
            </Link>
          </div>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SearchField
          label={t('search')}
          value={text}
          onChange={setText}
          maxLength={LIMITS.searchLength}
          className="w-full max-w-md"
        />
        <p role="status" className="text-sm text-ink-3">
          {list.hasMore
            ? t('foundAtLeast', { count: list.items.length })
            : t('found', { count: list.items.length })}
        </p>
      </div>
      {list.items.length === 0 && list.error ? (
        <ErrorState title={t('errorTitle')} action={<Button onPress={list.retry}>{common('retry')}</Button>}>
          {words(list.error).text}
        </ErrorState>
      ) : list.items.length === 0 ? (
        <EmptyState icon={<Users />}>{q === '' ? t('empty') : t('noMatch', { query: q })}</EmptyState>
      ) : (
        <List aria-label={t('title')} className={list.isOld ? 'opacity-60 transition-opacity' : ''}>
          {list.items.map((person) => (
            <PersonRow key={person.id} person={person} query={q} isMe={person.id === me.id} />
          ))}
        </List>
      )}
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

/** Keeps the search in the address, so that coming back or sharing it finds the same. */
function useAddress(q: string) {
  useEffect(() => {
    const url = q === '' ? '/people' : `/people?${new URLSearchParams({ q })}`;
    if (`${location.pathname}${location.search}` !== url) history.replaceState(history.state, '', url);
  }, [q]);
}
