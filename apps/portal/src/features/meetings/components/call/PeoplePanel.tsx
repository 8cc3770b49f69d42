'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import { Avatar } from '@hemicycle/ui/Avatar';
import { Badge } from '@hemicycle/ui/Badge';
import { Ellipsis, Hand, Mic, MicOff, MonitorX, UserX, VideoOff } from '@hemicycle/ui/icons';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { useHostActions } from '../../hooks/useHostActions';
import { useCall } from './callContext';

/** Who is here: raised hands first, in their order, then by name; a host acts from each row. */
export function PeoplePanel({ participants }: { readonly participants: readonly CallParticipant[] }) {
  const t = useTranslations('meeting');
  const sorted = [...participants].sort(
    (a, b) =>
      (a.hand ?? Number.MAX_SAFE_INTEGER) - (b.hand ?? Number.MAX_SAFE_INTEGER) ||
      Number(b.isLocal) - Number(a.isLocal) ||
      a.name.localeCompare(b.name),
  );
  return (
    <ul aria-label={t('people.label')} className="flex flex-col p-2">
      {sorted.map((participant) => (
        <PersonRow key={participant.identity} participant={participant} />
      ))}
    </ul>
  );
}

function PersonRow({ participant }: { readonly participant: CallParticipant }) {
  const t = useTranslations('meeting');
  const { room } = useCall();
  const { name, hue, guest, isLocal, hand, microphoneOn } = participant;
  return (
    <li className="flex min-h-12 items-center gap-3 rounded-m px-2 py-1.5">
      <Avatar name={name} hue={hue} size="m" />
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <span className="truncate font-medium">{isLocal ? t('people.you', { name }) : name}</span>
        {guest && <Badge tone="amber">{t('tile.guest')}</Badge>}
      </span>
      {hand !== null && (
        <span className="flex items-center gap-1 text-sm font-semibold text-amber tabular">
          <Hand aria-hidden="true" />
          <span aria-hidden="true">{hand}</span>
          <span className="sr-only">{t('tile.hand', { place: hand })}</span>
        </span>
      )}
      {microphoneOn ? (
        <Mic role="img" aria-hidden={false} aria-label={t('people.microphoneOn')} className="text-ink-3" />
      ) : (
        <MicOff role="img" aria-hidden={false} aria-label={t('tile.muted')} className="text-ink-3" />
      )}
      {room.abilities.host && !isLocal && <HostMenu participant={participant} />}
    </li>
  );
}

function HostMenu({ participant }: { readonly participant: CallParticipant }) {
  const t = useTranslations('meeting');
  const { room } = useCall();
  const { mute, remove } = useHostActions(room.id);
  const { name, microphoneOn, camera, screen } = participant;
  const items: MenuEntry[] = [
    {
      id: 'microphone',
      label: t('people.mute'),
      icon: <MicOff />,
      isDisabled: !microphoneOn,
      onAction: () => void mute(participant, 'microphone'),
    },
    ...(camera
      ? [
          {
            id: 'camera',
            label: t('people.cameraOff'),
            icon: <VideoOff />,
            onAction: () => void mute(participant, 'camera'),
          },
        ]
      : []),
    ...(screen
      ? [
          {
            id: 'screen',
            label: t('people.screenOff'),
            icon: <MonitorX />,
            onAction: () => void mute(participant, 'screen'),
          },
        ]
      : []),
    'separator',
    {
      id: 'remove',
      label: t('people.remove'),
      icon: <UserX />,
      tone: 'danger',
      onAction: () => void remove(participant),
    },
  ];
  return (
    <MenuButton
      label={t('people.actions', { name })}
      icon={<Ellipsis />}
      iconOnly
      variant="quiet"
      size="s"
      items={items}
    />
  );
}
