import type { Page } from '@playwright/test';
import { callApi } from './callApi';

/** Labels a space of the account public, so that links may reach anyone. */
export async function makePublic(page: Page, spaceId: string): Promise<void> {
  const { items } = await callApi(page, 'GET /organisation/labels', '/organisation/labels');
  const labelId = items.find(({ key }) => key === 'public')?.id ?? null;
  const path = `/access/space/${spaceId}/label`;
  await callApi(page, 'PUT /access/{resourceType}/{resourceId}/label', path, {
    labelId,
    reason: 'A public hearing',
  });
}
