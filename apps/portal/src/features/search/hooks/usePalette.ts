'use client';

import type { Home } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { api } from '@/lib/api';
import { useApiQuery } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';
import { hrefOf, type PaletteGroup, type PaletteItem, paletteGroups } from '../lib/paletteGroups';
import type { PaletteMode } from '../openPalette';
import { type ActiveItem, useActiveItem } from './useActiveItem';
import { type PaletteCommand, usePaletteCommands } from './usePaletteCommands';
import { useSearch } from './useSearch';

export interface Palette extends Pick<ActiveItem, 'active' | 'point' | 'move'> {
  readonly mode: PaletteMode;
  readonly setMode: (mode: PaletteMode) => void;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly groups: readonly PaletteGroup[];
  readonly isSearching: boolean;
  readonly failed: boolean;
  /** Why the last choice did not work out. */
  readonly problem: string | null;
  readonly commandIcon: (id: string) => ReactNode;
  readonly choose: (item: PaletteItem, inNewTab: boolean) => void;
}

/** The palette's state: what is typed, what that finds, which row is active, what choosing does. */
export function usePalette(
  initialMode: PaletteMode,
  typedAhead: RefObject<string>,
  close: () => void,
): Palette {
  const router = useRouter();
  const [mode, setMode] = useState(initialMode);
  const [query, setQuery] = useState(() => typedAhead.current);
  useEffect(() => {
    typedAhead.current = '';
  }, [typedAhead]);
  const { data: home, isPending } = useApiQuery('GET /home', {});
  const search = useSearch(query);
  const { problem, attempt } = useAttempt();
  const begin = useBeginnings(home, close);

  const enter = (next: PaletteMode) => {
    setMode(next);
    setQuery('');
    item.reset();
  };
  const commands = usePaletteCommands(home, {
    close,
    setMode: enter,
    newDocumentIn: (spaceId) => attempt(() => begin.document(spaceId)),
  });
  const groups = groupsOf(mode, { query, home, commands, result: search.result, answers: search.answers });
  const item = useActiveItem(groups);

  const choose = (chosen: PaletteItem, inNewTab: boolean) => {
    if (chosen.kind === 'command') return commands.find((one) => one.id === chosen.command.id)?.run();
    if (chosen.kind === 'space' && mode === 'document') return attempt(() => begin.document(chosen.space.id));
    if (chosen.kind === 'space' && mode === 'meeting') return attempt(() => begin.meeting(chosen.space.id));
    const href = hrefOf(chosen);
    if (href === null) return;
    close();
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else router.push(href);
  };

  return {
    mode,
    setMode: enter,
    query,
    setQuery: (text) => {
      setQuery(text);
      item.reset();
    },
    groups,
    active: item.active,
    point: item.point,
    move: item.move,
    isSearching: search.isSearching || (isPending && query === ''),
    failed: search.failed,
    problem,
    commandIcon: (id) => commands.find((command) => command.id === id)?.icon,
    choose,
  };
}

interface Sources {
  readonly query: string;
  readonly home: Home | undefined;
  readonly commands: readonly PaletteCommand[];
  readonly result: ReturnType<typeof useSearch>['result'];
  readonly answers: string;
}

/** In the mode that asks for a space, only spaces are listed: all that Home knows before anything is typed. */
function groupsOf(mode: PaletteMode, sources: Sources): PaletteGroup[] {
  if (mode === 'all') return paletteGroups(sources);
  const groups = paletteGroups({ ...sources, commands: [] });
  if (sources.query.trim() !== '') return groups.filter((group) => group.key === 'spaces');
  const spaces = (sources.home?.spaces ?? []).map(
    (space): PaletteItem => ({ kind: 'space', id: `space-${space.id}`, space }),
  );
  return spaces.length > 0 ? [{ key: 'spaces', items: spaces }] : [];
}

/** What starts in a chosen space. */
function useBeginnings(home: Home | undefined, close: () => void) {
  const t = useTranslations('search');
  const router = useRouter();
  return {
    async document(spaceId: string) {
      const body = { title: t('newDocumentTitle') };
      const document = await api('POST /spaces/{spaceId}/documents', { params: { spaceId }, body });
      close();
      router.push(`/documents/${document.id}`);
    },
    async meeting(spaceId: string) {
      const known = home?.spaces.find((space) => space.id === spaceId);
      const { roomId } = known ?? (await api('GET /spaces/{spaceId}', { params: { spaceId } }));
      close();
      router.push(`/rooms/${roomId}`);
    },
  };
}

/** Runs one thing at a time and keeps the words of its failure. */
function useAttempt() {
  const t = useTranslations('search.commands');
  const words = useProblemWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const attempt = (run: () => Promise<void>) => {
    if (isRunning) return;
    setRunning(true);
    setProblem(null);
    run()
      .catch((error: unknown) => setProblem(t('failed', { reason: words(error).text })))
      .finally(() => setRunning(false));
  };
  return { problem, attempt };
}
