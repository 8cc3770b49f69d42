'use client';

import type { LinkRole } from '@hemicycle/contracts';
import { LIMITS } from '@hemicycle/contracts/limits';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { TextArea } from '@hemicycle/ui/TextArea';
import { type FormEvent, useState } from 'react';
import { useMe } from '@/features/shell';
import { ApiProblem } from '@/lib/ApiProblem';
import { api } from '@/lib/api';
import { useEvents } from '@/lib/events/useEvents';
import { useProblemWords } from '@/lib/useProblemWords';
import { isReadable } from '../lib/isReadable';
import type { Resource } from '../lib/resource';
import { RoleField } from './RoleField';

export interface AskForAccessProps {
  readonly resource: Resource;
  /** The reader is in already, and asks for more. */
  readonly hasSome?: boolean;
  /** The reader may see it now. */
  readonly onOpened?: () => void;
}

const ROLES = ['reader', 'commenter', 'editor'] as const satisfies readonly LinkRole[];

/** Asks the owners for access, with a reason. Whether there is anything to have access to is not told. */
export function AskForAccess({ resource, hasSome = false, onOpened }: AskForAccessProps) {
  const t = useTranslations('sharing.ask');
  const words = useProblemWords();
  const [role, setRole] = useState<LinkRole>(hasSome ? 'editor' : 'reader');
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isSent, setSent] = useState(false);
  const isAnswered = useAnswer(resource, onOpened);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setFailure(undefined);
    try {
      const body = { role, message: reason.trim() };
      await api('POST /access/{resourceType}/{resourceId}/requests', { params: resource, body });
      setSent(true);
    } catch (error) {
      const already = error instanceof ApiProblem && error.code === 'already_granted';
      setFailure(already ? t('already') : words(error).text);
    } finally {
      setSending(false);
    }
  };
  if (isSent) {
    return (
      <p role="status" className="font-medium text-ink-2">
        {t(isAnswered ? 'answered' : 'sent')}
      </p>
    );
  }
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-4 text-left" noValidate>
      <RoleField label={t('role')} on={resource.resourceType} roles={ROLES} value={role} onChange={setRole} />
      <TextArea
        label={t('reason')}
        placeholder={t('reasonPlaceholder')}
        value={reason}
        onChange={setReason}
        maxLength={LIMITS.purposeLength}
        rows={2}
        {...(!hasSome && { description: t('text') })}
      />
      {failure && (
        <p role="alert" className="font-medium text-danger">
          {failure}
        </p>
      )}
      <Button
        type="submit"
        variant={hasSome ? 'secondary' : 'primary'}
        isPending={isSending}
        className="self-start"
      >
        {t('send')}
      </Button>
    </form>
  );
}

/**
 * Whether the request was answered while one waits. `onOpened` is called when the reader's rights changed and they may see
 * it: not sooner, since a page that tries again too early shows what it must not.
 */
function useAnswer(resource: Resource, onOpened: (() => void) | undefined): boolean {
  const me = useMe();
  const [isAnswered, setAnswered] = useState(false);
  useEvents(['request.changed', 'access.changed'], (event) => {
    if (event.type === 'request.changed') {
      if (event.userId === me.id && event.resourceId === resource.resourceId) setAnswered(true);
      return;
    }
    if (!onOpened || (event.userId !== null && event.userId !== me.id)) return;
    void isReadable(resource).then((isOpen) => isOpen && onOpened());
  });
  return isAnswered;
}
