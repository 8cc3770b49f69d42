'use client';

import type { AccessRequest, LinkRole } from '@hemicycle/contracts';
import { useTranslations } from '@hemicycle/i18n/client';
import { Button } from '@hemicycle/ui/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/lib/api';
import { useProblemWords } from '@/lib/useProblemWords';
import { refreshSharing } from '../hooks/refreshSharing';
import type { Resource } from '../lib/resource';
import { RoleField } from './RoleField';
import { UntilField } from './UntilField';

export interface RequestAnswerProps {
  readonly request: AccessRequest;
  readonly resource: Resource;
  /** @param words what was answered */
  readonly onAnswered: (words: string) => void;
}

const ROLES = ['reader', 'commenter', 'editor'] as const satisfies readonly LinkRole[];

/** The answer to one request: as what and until when, or not at all. Import it lazily from first loads. */
export function RequestAnswer({ request, resource, onAnswered }: RequestAnswerProps) {
  const t = useTranslations('sharing');
  const words = useProblemWords();
  const queries = useQueryClient();
  const [role, setRole] = useState<LinkRole>(request.role);
  const [until, setUntil] = useState<string | null>(null);
  const [sending, setSending] = useState<'give' | 'decline' | null>(null);
  const [failure, setFailure] = useState<string>();
  const { name } = request.person;

  const answer = async (kind: 'give' | 'decline') => {
    setSending(kind);
    setFailure(undefined);
    try {
      await api('POST /access/{resourceType}/{resourceId}/requests/{requestId}/answer', {
        params: { ...resource, requestId: request.id },
        body: { grant: kind === 'give' ? { role, expiresAt: until } : null },
      });
      onAnswered(t(kind === 'give' ? 'requests.gave' : 'requests.declined', { name }));
      await refreshSharing(queries);
    } catch (error) {
      const { title, text } = words(error);
      setFailure(`${title}. ${text}`);
      setSending(null);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <RoleField
          label={t('add.role')}
          on={resource.resourceType}
          roles={ROLES}
          value={role}
          onChange={setRole}
        />
        <UntilField label={t('until.label')} value={until} onChange={setUntil} />
      </div>
      {failure && (
        <p role="alert" className="font-medium text-danger">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button isPending={sending === 'decline'} onPress={() => void answer('decline')}>
          {t('requests.decline')}
        </Button>
        <Button variant="primary" isPending={sending === 'give'} onPress={() => void answer('give')}>
          {t('requests.give')}
        </Button>
      </div>
    </div>
  );
}
