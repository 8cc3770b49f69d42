'use client';

import type { Member, Page } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { EmptyState } from '@hemicycle/ui/EmptyState';
import { ErrorState } from '@hemicycle/ui/ErrorState';
import { List } from '@hemicycle/ui/List';
import { SearchField } from '@hemicycle/ui/SearchField';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { matchesAll } from '@/features/search/matchesAll';
import { useMe } from '@/features/shell';
import { useInvalidation } from '@/lib/reads/useInvalidation';
import { listKey, useSeededList } from '@/lib/reads/useSeededList';
import { useProblemWords } from '@/lib/useProblemWords';
import { useMemberActions } from '../hooks/useMemberActions';
import { AddMembers } from './AddMembers';
import { InviteGuests } from './InviteGuests';
import { MemberRow } from './MemberRow';
import { SharedWith } from './SharedWith';
import { useSpace } from './SpaceContext';

const LeaveSpaceDialog = lazy(() =>
  import('./LeaveSpaceDialog').then((module) => ({ default: module.LeaveSpaceDialog })),
);
const ConfirmDialog = lazy(() =>
  import('./ConfirmDialog').then((module) => ({ default: module.ConfirmDialog })),
);

/** Fewer rows than this are found by looking. */
const worthFiltering = 12;

/** Who is in the space and as what; owners add, change and remove. */
export function MembersPanel({ initial }: { readonly initial: Page<Member> }) {
  const t = useTranslations('spaces');
  const common = useTranslations('common');
  const words = useProblemWords();
  const me = useMe();
  const space = useSpace();
  const heading = useRef<HTMLHeadingElement>(null);
  const [filter, setFilter] = useState('');
  const [asked, setAsked] = useState<
    'leave' | { readonly lower: Member; readonly to: Member['role'] } | null
  >(null);
  const list = useMembers(space.id, initial, filter !== '');
  const actions = useMemberActions(space.id);
  const manages = space.abilities.manageMembers;
  const shown = list.items.filter(({ person, title }) => matchesAll([person.name, title ?? ''], filter));
  const close = () => setAsked(null);

  const changeRole = (member: Member, role: Member['role']) => {
    const lowersMe = member.person.id === me.id && member.role === 'owner';
    if (lowersMe) setAsked({ lower: member, to: role });
    else void actions.changeRole(member, role);
  };
  const remove = async (member: Member) => {
    if (member.person.id === me.id) return setAsked('leave');
    await actions.remove(member);
    // The button that was pressed is gone; focus stays in the list's neighbourhood.
    heading.current?.focus();
  };

  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-bg">
      <div className="mx-auto flex w-full max-w-[860px] flex-col gap-5 px-4 py-6 sm:px-6 lg:py-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
            {t('membersTab.title')}{' '}
            <span className="font-normal text-ink-3 tabular">{space.memberCount}</span>
          </h2>
          {space.memberCount >= worthFiltering && (
            <SearchField
              label={t('membersTab.filter')}
              value={filter}
              onChange={setFilter}
              className="w-64 max-sm:w-full"
            />
          )}
        </div>
        {manages && me.organisation.abilities.searchPeople && (
          <AddMembers spaceId={space.id} actions={actions} />
        )}
        {manages && <InviteGuests spaceId={space.id} />}
        {space.abilities.shareOutside && me.organisation.abilities.shareSpaces && (
          <SharedWith spaceId={space.id} />
        )}
        {!manages && <WhoManages members={list.items} />}
        {list.items.length === 0 && list.error ? (
          <ErrorState
            level={3}
            title={t('membersTab.errorTitle')}
            action={<Button onPress={list.retry}>{common('retry')}</Button>}
          >
            {words(list.error).text}
          </ErrorState>
        ) : shown.length === 0 ? (
          <EmptyState>{t('membersTab.noMatch')}</EmptyState>
        ) : (
          <List aria-label={t('membersTab.title')}>
            {shown.map((member) => (
              <MemberRow
                key={member.person.id}
                member={member}
                isMe={member.person.id === me.id}
                manages={manages}
                isBusy={actions.busy.has(member.person.id)}
                onRole={(role) => changeRole(member, role)}
                onRemove={() => void remove(member)}
              />
            ))}
          </List>
        )}
        {list.hasMore && (
          <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
            {t('membersTab.more')}
          </Button>
        )}
      </div>
      <Suspense>
        {asked === 'leave' && <LeaveSpaceDialog space={space} meId={me.id} onOpenChange={close} />}
        {asked !== null && asked !== 'leave' && (
          <ConfirmDialog
            title={t('membersTab.ownLowering.title')}
            body={t('membersTab.ownLowering.body')}
            confirm={t('membersTab.ownLowering.confirm')}
            onClose={close}
            onConfirm={() => {
              void actions.changeRole(asked.lower, asked.to);
              close();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

/** The members; all of them once they are filtered, since a filter over a part would say "nobody" untruly. */
function useMembers(spaceId: string, initial: Page<Member>, all: boolean) {
  const me = useMe();
  const input = { params: { spaceId } };
  const list = useSeededList<Member>({ route: 'GET /spaces/{spaceId}/members', input, initial });
  useInvalidation({ of: 'members', spaceId }, listKey('GET /spaces/{spaceId}/members', input), me.id);
  const { hasMore, isLoadingMore, loadMore } = list;
  useEffect(() => {
    if (all && hasMore && !isLoadingMore) loadMore();
  });
  return list;
}

function WhoManages({ members }: { readonly members: readonly Member[] }) {
  const t = useTranslations('spaces.membersTab');
  const owners = members.filter((member) => member.role === 'owner').map((member) => member.person.name);
  if (owners.length === 0) return null;
  return <p className="text-ink-2">{t('readOnly', { names: owners.join(', ') })}</p>;
}
