'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import type { CallParticipant } from '@hemicycle/media/client';
import {
  CircleUser,
  Ellipsis,
  LayoutGrid,
  Maximize,
  Minimize,
  MonitorUp,
  ScreenShareOff,
  Settings,
  User,
  Users,
} from '@hemicycle/ui/icons';
import { cx } from '@hemicycle/ui/lib/cx';
import { MenuButton, type MenuEntry } from '@hemicycle/ui/MenuButton';
import { lazy, Suspense, useState } from 'react';
import { useStore } from '../../hooks/useStore';
import { canShareScreen } from '../../lib/canShareScreen';
import { controlClass, controlLooks } from './ControlButton';
import { useCall } from './callContext';
import type { CallViewActions, ViewState } from './viewState';

const DevicesDialog = lazy(() =>
  import('./DevicesDialog').then((module) => ({ default: module.DevicesDialog })),
);

export interface MoreControlProps {
  readonly participants: readonly CallParticipant[];
  readonly view: ViewState;
  readonly actions: CallViewActions;
  readonly narrow: boolean;
}

/** What is used less often; on a narrow screen also what had no place beside it. */
export function MoreControl({ participants, view, actions, narrow }: MoreControlProps) {
  const t = useTranslations('meeting');
  const { call, room } = useCall();
  const { screen } = useStore(call.media);
  const [devicesOpen, setDevicesOpen] = useState(false);
  const sharing = screen.status !== 'off';
  const folded: MenuEntry[] = narrow
    ? [
        {
          id: 'people',
          label: t('controls.peopleCount', { count: participants.length }),
          icon: <Users />,
          onAction: () => actions.togglePanel('people'),
        },
        ...(room.abilities.publishScreen && canShareScreen()
          ? [
              {
                id: 'share',
                label: t(sharing ? 'controls.shareStop' : 'controls.shareStart'),
                icon: sharing ? <ScreenShareOff /> : <MonitorUp />,
                onAction: () => void call.media.turn('screen', !sharing),
              },
            ]
          : []),
        'separator',
      ]
    : [];
  const full = document.fullscreenElement !== null;
  const items: MenuEntry[] = [
    ...folded,
    {
      id: 'grid',
      label: t('more.grid'),
      icon: <LayoutGrid />,
      isSelected: view.layout === 'grid',
      onAction: () => actions.setLayout('grid'),
    },
    {
      id: 'speaker',
      label: t('more.speaker'),
      icon: <User />,
      isSelected: view.layout === 'speaker',
      onAction: () => actions.setLayout('speaker'),
    },
    'separator',
    {
      id: 'self',
      label: t(view.selfHidden ? 'more.showSelf' : 'more.hideSelf'),
      icon: <CircleUser />,
      onAction: () => actions.setSelfHidden(!view.selfHidden),
    },
    ...(document.fullscreenEnabled
      ? [
          {
            id: 'full',
            label: t(full ? 'more.fullLeave' : 'more.full'),
            icon: full ? <Minimize /> : <Maximize />,
            onAction: () =>
              void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
                () => {},
              ),
          },
        ]
      : []),
    {
      id: 'devices',
      label: t('more.devices'),
      icon: <Settings />,
      onAction: () => setDevicesOpen(true),
    },
  ];
  return (
    <>
      <MenuButton
        label={t('controls.more')}
        placement="top end"
        items={items}
        className={cx(controlClass, controlLooks.plain)}
      >
        <Ellipsis />
        <span aria-hidden="true" className="hidden md:block">
          {t('controls.more')}
        </span>
      </MenuButton>
      {devicesOpen && (
        <Suspense>
          <DevicesDialog media={call.media} onClose={() => setDevicesOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
