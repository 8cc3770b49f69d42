'use client';

import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

/** A name is stored when typing rests. Milliseconds. */
const REST = 600;

/**
 * The name being typed. What others make of it meanwhile is shown unless one is typing oneself; an empty name goes
 * back to the last one.
 */
export function useTitle({ documentId, title }: { readonly documentId: string; readonly title: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  const queries = useQueryClient();
  const toast = useToast();
  const problemWords = useProblemWords();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string | null>(null);

  const store = useCallback(async () => {
    clearTimeout(timer.current);
    const wanted = waiting.current?.trim();
    waiting.current = null;
    if (!wanted) return;
    try {
      const document = await api('PATCH /documents/{documentId}', {
        params: { documentId },
        body: { title: wanted },
      });
      queries.setQueryData(apiKey('GET /documents/{documentId}', { params: { documentId } }), document);
    } catch (error) {
      const { title: what, text } = problemWords(error);
      toast({ tone: 'danger', message: `${what} ${text}` });
    }
  }, [documentId, queries, toast, problemWords]);

  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  });
  // Leaving the page stores what still waits.
  useEffect(() => () => void latest.current(), []);

  return {
    text: draft ?? title,
    change(text: string) {
      setDraft(text);
      waiting.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void latest.current(), REST);
    },
    settle() {
      void store().then(() => setDraft(null));
    },
  };
}
