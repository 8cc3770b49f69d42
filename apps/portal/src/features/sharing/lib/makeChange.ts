import { api } from '@/lib/api';
import type { PendingChange } from '../hooks/shareContext';
import type { Resource } from './resource';

const grantRoute = '/access/{resourceType}/{resourceId}/grants/{grantId}';

/**
 * Makes a change that was looked at.
 * @returns the token of a link that was made or renewed, else null
 */
export async function makeChange(
  { resourceType, resourceId }: Resource,
  { change, password, reason }: PendingChange,
): Promise<string | null> {
  const params = { resourceType, resourceId };
  switch (change.change) {
    case 'grant': {
      const { subject, role, expiresAt } = change;
      await api('POST /access/{resourceType}/{resourceId}/grants', {
        params,
        body: { subject, role, expiresAt },
      });
      return null;
    }
    case 'change': {
      const { grantId, role, expiresAt } = change;
      await api(`PATCH ${grantRoute}`, { params: { ...params, grantId }, body: { role, expiresAt } });
      return null;
    }
    case 'revoke':
      await api(`DELETE ${grantRoute}`, { params: { ...params, grantId: change.grantId } });
      return null;
    case 'revokeAll':
      await api('DELETE /access/{resourceType}/{resourceId}/grants', { params });
      return null;
    case 'transfer':
      await api('POST /spaces/{spaceId}/owner', {
        params: { spaceId: resourceId },
        body: { userId: change.userId },
      });
      return null;
    case 'link': {
      const { reach, role, expiresAt, renew } = change;
      const body = { reach, role, expiresAt, renew: renew && password === undefined, password };
      const set = await api('PUT /access/{resourceType}/{resourceId}/link', { params, body });
      return set.token;
    }
    case 'unlink':
      await api('DELETE /access/{resourceType}/{resourceId}/link', { params });
      return null;
    case 'policy': {
      const { change: _, ...body } = change;
      await api('PUT /access/{resourceType}/{resourceId}/policy', { params, body });
      return null;
    }
    case 'label': {
      const body = { labelId: change.labelId, reason: reason?.trim() || undefined };
      await api('PUT /access/{resourceType}/{resourceId}/label', { params, body });
      return null;
    }
  }
}
