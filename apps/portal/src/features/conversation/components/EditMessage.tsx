'use client';

import type { Message } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { useState } from 'react';
import { useProblemWords } from '@/lib/useProblemWords';
import { decodeBody } from '../composer/decodeBody';
import { Composer } from './Composer';
import { useConversation } from './conversationContext';

/** A message of one's own, being rewritten where it stands. Escape leaves it as it was. */
export function EditMessage({ message }: { readonly message: Message }) {
  const t = useTranslations('conversation');
  const words = useProblemWords();
  const { actions, channel } = useConversation();
  const [draft, setDraft] = useState(() =>
    decodeBody(message.body, new Map(message.documents.map(({ id, title }) => [id, title]))),
  );
  const [problem, setProblem] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const save = async (body: string) => {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    try {
      await actions.edit(message, body);
      actions.startEdit(null);
    } catch (error) {
      setProblem(error);
      setSaving(false);
    }
  };
  return (
    <div className="my-1 flex flex-col gap-1.5">
      <Composer
        spaceId={channel.spaceId}
        label={t('edit.label')}
        draft={draft}
        onDraft={setDraft}
        onSend={(body) => void save(body)}
        onEscape={() => actions.startEdit(null)}
        autoFocus
        buttons={(send, ready) => (
          <>
            <Button size="s" variant="quiet" onPress={() => actions.startEdit(null)}>
              {t('edit.cancel')}
            </Button>
            <Button size="s" variant="primary" onPress={send} isDisabled={!ready} isPending={saving}>
              {t('edit.save')}
            </Button>
          </>
        )}
      />
      {problem !== null && (
        <p role="alert" className="text-sm text-danger">
          {words(problem).title}
        </p>
      )}
    </div>
  );
}
