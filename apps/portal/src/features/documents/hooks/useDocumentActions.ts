'use client';

import { useTranslations } from '@hemicycle/i18n/client';
import { useToast } from '@hemicycle/ui/Toaster';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '@/lib/api';
import { apiKey } from '@/lib/useApiQuery';
import { useProblemWords } from '@/lib/useProblemWords';

export interface DocumentActions {
  /** Creates one and opens it, its name ready to be typed. */
  readonly create: (parentId: string | null) => Promise<void>;
  readonly rename: (documentId: string, title: string) => Promise<boolean>;
  readonly move: (
    documentId: string,
    place: { parentId: string | null; afterId: string | null },
  ) => Promise<boolean>;
  /** Into the trash, with undo. */
  readonly trash: (documentId: string, title: string) => Promise<boolean>;
  readonly restore: (documentId: string, title: string) => Promise<boolean>;
}

/** What can be done with the documents of a space. Failures are told; what shows the tree reads it anew. */
export function useDocumentActions(spaceId: string): DocumentActions {
  const t = useTranslations('documents.actions');
  const toast = useToast();
  const router = useRouter();
  const queries = useQueryClient();
  const problemWords = useProblemWords();
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      const { title, text } = problemWords(error);
      toast({ tone: 'danger', message: `${title} ${text}` });
      return false;
    } finally {
      void queries.invalidateQueries({ queryKey: ['GET /spaces/{spaceId}/documents', { spaceId }] });
    }
  };
  const actions: DocumentActions = {
    create: async (parentId) => {
      await attempt(async () => {
        const body = { title: t('untitled'), parentId };
        const document = await api('POST /spaces/{spaceId}/documents', { params: { spaceId }, body });
        queries.setQueryData(
          apiKey('GET /documents/{documentId}', { params: { documentId: document.id } }),
          document,
        );
        router.push(`/documents/${document.id}`);
      });
    },
    rename: (documentId, title) =>
      attempt(() => api('PATCH /documents/{documentId}', { params: { documentId }, body: { title } })),
    move: (documentId, body) =>
      attempt(() => api('POST /documents/{documentId}/move', { params: { documentId }, body })),
    trash: (documentId, title) =>
      attempt(async () => {
        await api('POST /documents/{documentId}/trash', { params: { documentId } });
        toast({ message: t('trashed', { title }), onUndo: () => void actions.restore(documentId, title) });
      }),
    restore: (documentId, title) =>
      attempt(async () => {
        await api('POST /documents/{documentId}/restore', { params: { documentId } });
        toast({ message: t('restored', { title }) });
      }),
  };
  return actions;
}
