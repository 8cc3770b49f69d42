'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useEvents } from '@/lib/events/useEvents';
import { apiKey, useApiQuery } from '@/lib/useApiQuery';
import { buildTree, type TreeNode } from '../lib/buildTree';

/** While somebody writes, times of editing change every moment: they are read anew this often. Milliseconds. */
const EDITED_REST = 5_000;

export interface DocumentTree {
  readonly roots: readonly TreeNode[];
  readonly truncated: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The documents of a space as a tree (or what is in its trash), kept true by events. */
export function useTree(spaceId: string, trashed = false): DocumentTree {
  const queries = useQueryClient();
  const input = { params: { spaceId }, query: { trashed: trashed ? ('true' as const) : ('false' as const) } };
  const query = useApiQuery('GET /spaces/{spaceId}/documents', input);
  const key = apiKey('GET /spaces/{spaceId}/documents', input);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEvents(['document.changed'], (event) => {
    if (event.spaceId !== spaceId) return;
    const read = () => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: key });
    };
    if (event.change !== 'edited') read();
    else timer.current ??= setTimeout(read, EDITED_REST);
  });
  const items = query.data?.items;
  return {
    roots: useMemo(() => buildTree(items ?? []), [items]),
    truncated: query.data?.truncated ?? false,
    isPending: query.isPending,
    error: items ? null : query.error,
    retry: () => void query.refetch(),
  };
}
