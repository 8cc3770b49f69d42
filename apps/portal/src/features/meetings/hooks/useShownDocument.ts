import type { ShownDocument } from '@hemicycle/media/client';
import { useEffect, useState } from 'react';
import { isTyping } from '../lib/isTyping';

export interface ShownInput {
  readonly shown: ShownDocument | null;
  readonly openId: string | null;
  readonly myUserId: string;
  readonly narrow: boolean;
  readonly onOpen: (documentId: string) => void;
}

/**
 * What to do when somebody shows a document: it opens by itself where nothing is open, nobody types and there is room
 * for it; otherwise a card offers it. Returns the document of the card.
 */
export function useShownDocument({ shown, openId, myUserId, narrow, onOpen }: ShownInput) {
  const [handled, setHandled] = useState<string | null>(null);
  const key = shown && `${shown.documentId} ${shown.userId}`;
  const isNew = key !== null && key !== handled;
  useEffect(() => {
    if (!shown || !isNew) {
      if (!shown) setHandled(null);
      return;
    }
    if (shown.documentId === openId || shown.userId === myUserId) {
      setHandled(key);
    } else if (openId === null && !narrow && !isTyping()) {
      setHandled(key);
      onOpen(shown.documentId);
    }
  }, [shown, isNew, key, openId, myUserId, narrow, onOpen]);
  const offered = shown && isNew && shown.documentId !== openId && shown.userId !== myUserId ? shown : null;
  return { offered, dismiss: () => setHandled(key) };
}
