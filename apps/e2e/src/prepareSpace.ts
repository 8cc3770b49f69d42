import { randomUUID } from 'node:crypto';
import type { Document, Role, Space } from '@hemicycle/contracts';
import type { Page } from '@playwright/test';
import { ACCOUNTS, type ActorName } from './accounts';
import { callApi } from './callApi';

export interface PreparedSpace {
  readonly space: Space;
  readonly document: Document;
  /** Text nobody outside the space may ever see. */
  readonly secret: string;
}

/** A space of `owner` with members, a message and a document, whose names nobody else uses. */
export async function prepareSpace(
  owner: Page,
  members: Partial<Record<ActorName, Role>> = {},
): Promise<PreparedSpace> {
  const secret = `secret-${randomUUID().slice(0, 8)}`;
  const space = await callApi(owner, 'POST /spaces', '/spaces', { name: `Space ${secret}` });
  for (const [actor, role] of Object.entries(members) as [ActorName, Role][]) {
    const userId = await personId(owner, actor);
    await callApi(owner, 'POST /spaces/{spaceId}/members', `/spaces/${space.id}/members`, { userId, role });
  }
  const document = await callApi(owner, 'POST /spaces/{spaceId}/documents', `/spaces/${space.id}/documents`, {
    title: `Document ${secret}`,
  });
  await callApi(owner, 'POST /channels/{channelId}/messages', `/channels/${space.channelId}/messages`, {
    id: randomUUID(),
    body: `Message ${secret}`,
  });
  return { space, document, secret };
}

/** The id of a demo account, found by its name as anyone would. */
export async function personId(page: Page, actor: ActorName): Promise<string> {
  const { name } = ACCOUNTS[actor];
  const me = await callApi(page, 'GET /me', '/me');
  if (me.name === name) return me.id;
  const { items } = await callApi(page, 'GET /people', `/people?q=${encodeURIComponent(name)}`);
  const found = items.find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not in the directory; has the account signed in or been seeded?`);
  return found.id;
}
