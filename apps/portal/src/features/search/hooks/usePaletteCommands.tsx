'use client';

import type { Home, SpaceSummary } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import {
  FilePlus,
  FileText,
  House,
  MessagesSquare,
  Monitor,
  Moon,
  Plus,
  Settings,
  Sun,
  Users,
  Video,
} from '@hemicycle/ui/icons';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useSavePreferences } from '@/features/settings';
import { useMe } from '@/features/shell';
import { openCreateSpace } from '@/features/spaces/openCreateSpace';
import type { Command } from '../lib/paletteGroups';
import type { PaletteMode } from '../openPalette';

export interface PaletteCommand extends Command {
  readonly icon: ReactNode;
  /** Closes the palette itself where it should. */
  readonly run: () => void;
}

export interface PaletteControl {
  readonly close: () => void;
  readonly setMode: (mode: PaletteMode) => void;
  readonly newDocumentIn: (spaceId: string) => void;
}

/** Everything the palette can do, in the reader's words, as far as this person may. */
export function usePaletteCommands(home: Home | undefined, control: PaletteControl): PaletteCommand[] {
  const making = useMakingCommands(control);
  const going = useGoingCommands(control);
  const perSpace = useSpaceCommands(home?.spaces ?? [], control);
  return [
    ...perSpace.filter((command) => command.isFirst),
    ...making,
    ...going,
    ...perSpace.filter((command) => !command.isFirst),
  ];
}

function useMakingCommands({ close, setMode }: PaletteControl): PaletteCommand[] {
  const t = useTranslations('search.commands');
  const me = useMe();
  const newSpace: PaletteCommand = {
    id: 'newSpace',
    label: t('newSpace'),
    isFirst: true,
    icon: <Plus />,
    run: () => {
      close();
      openCreateSpace();
    },
  };
  return [
    {
      id: 'newDocument',
      label: t('newDocument'),
      isFirst: true,
      icon: <FilePlus />,
      run: () => setMode('document'),
    },
    {
      id: 'startMeeting',
      label: t('startMeeting'),
      isFirst: true,
      icon: <Video />,
      run: () => setMode('meeting'),
    },
    ...(me.organisation.abilities.createSpace ? [newSpace] : []),
  ];
}

function useGoingCommands({ close }: PaletteControl): PaletteCommand[] {
  const t = useTranslations('search.commands');
  const router = useRouter();
  const { preferences } = useMe();
  const save = useSavePreferences();
  const go = (id: string, label: string, icon: ReactNode, href: string, isFirst = false): PaletteCommand => ({
    id,
    label,
    icon,
    isFirst,
    run: () => {
      close();
      router.push(href);
    },
  });
  const theme = (value: 'light' | 'dark' | 'system', label: string, icon: ReactNode): PaletteCommand => ({
    id: `theme-${value}`,
    label,
    icon,
    isFirst: false,
    run: () => {
      close();
      void save({ theme: value });
    },
  });
  const themes = [
    theme('light', t('themeLight'), <Sun key="icon" />),
    theme('dark', t('themeDark'), <Moon key="icon" />),
    theme('system', t('themeSystem'), <Monitor key="icon" />),
  ].filter((command) => command.id !== `theme-${preferences.theme}`);
  return [
    go('home', t('goHome'), <House key="icon" />, '/'),
    go('spaces', t('goSpaces'), <MessagesSquare key="icon" />, '/spaces'),
    go('meetings', t('goMeetings'), <Video key="icon" />, '/meetings'),
    go('documents', t('goDocuments'), <FileText key="icon" />, '/documents'),
    go('people', t('goPeople'), <Users key="icon" />, '/people'),
    ...themes,
    go('settings', t('settings'), <Settings key="icon" />, '/settings', true),
  ];
}

function useSpaceCommands(spaces: readonly SpaceSummary[], control: PaletteControl): PaletteCommand[] {
  const t = useTranslations('search.commands');
  const router = useRouter();
  return spaces.flatMap((space): PaletteCommand[] => [
    {
      id: `meet-${space.id}`,
      label: space.call
        ? t('joinMeetingIn', { space: space.name })
        : t('startMeetingIn', { space: space.name }),
      isFirst: space.call !== null,
      icon: <Video />,
      run: () => {
        control.close();
        router.push(`/rooms/${space.roomId}`);
      },
    },
    {
      id: `write-${space.id}`,
      label: t('newDocumentIn', { space: space.name }),
      isFirst: false,
      icon: <FilePlus />,
      run: () => control.newDocumentIn(space.id),
    },
  ]);
}
