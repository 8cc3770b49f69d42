'use client';

import type { PersonAccess } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Button } from '@hemicycle/ui/Button';
import { useSeededList } from '@/lib/reads/useSeededList';
import { useShare } from '../hooks/shareContext';
import { useReasonWords } from '../hooks/useReasonWords';
import { RowShapes } from './RowShapes';

/** Everybody who gets in, groups and links opened, each with every reason why. */
export function PeopleWithAccess() {
  const t = useTranslations('sharing.people');
  const { resource } = useShare();
  const list = useSeededList<PersonAccess>({
    route: 'GET /access/{resourceType}/{resourceId}/people',
    input: { params: resource },
  });
  if (list.isPending) return <RowShapes />;
  if (list.error && list.items.length === 0) return <p className="text-danger">{t('failed')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <ul className="divide-y divide-line">
        {list.items.map((one) => (
          <PersonRow key={one.person.id} access={one} />
        ))}
      </ul>
      {list.hasMore && (
        <Button className="self-center" isPending={list.isLoadingMore} onPress={list.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function PersonRow({ access: { person, role, reasons } }: { readonly access: PersonAccess }) {
  const t = useTranslations('sharing');
  const roles = useTranslations('spaces.roles');
  const words = useReasonWords();
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Avatar name={person.name} hue={person.hue} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 truncate font-medium">{person.name}</span>
          {person.guest && <Badge tone="amber">{t('list.guest')}</Badge>}
        </p>
        <ul className="text-sm text-ink-3">
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>
              {reasons.length === 1
                ? words.reason(reason)
                : t('reason.withRole', { role: roles(reason.role), reason: words.reason(reason) })}
            </li>
          ))}
        </ul>
      </div>
      <span className="shrink-0 font-medium text-ink-2">{roles(role)}</span>
    </li>
  );
}
