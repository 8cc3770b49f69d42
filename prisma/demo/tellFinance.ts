import { addMember, createSpace } from '@hemicycle/core';
import { budget2027, procurementNote } from './documents';
import type { Storyteller } from './Storyteller';

const DAY = 24 * 60;

/** A smaller space with other owners, which not everyone of the organisation is in. */
export async function tellFinance(story: Storyteller): Promise<void> {
  const amina = (minutesAgo: number) => story.by('amina.diallo', minutesAgo);
  const { id: spaceId, channelId } = await createSpace(amina(30 * DAY), {
    name: 'Finance',
    purpose: 'Budget, procurement and the audit office',
  });
  for (const [username, role] of [
    ['ines.moreau', 'editor'],
    ['piotr.kowalski', 'reader'],
  ] as const) {
    await addMember(amina(30 * DAY - 5), { spaceId, userId: story.person(username).userId, role });
  }
  const note = await story.writes(amina(9 * DAY), {
    spaceId,
    title: 'Budget note 2027',
    content: budget2027,
  });
  await story.says(
    amina(2 * DAY),
    channelId,
    `First figures for next year: [Budget note 2027](document:${note}). The reserve is too small as it stands.`,
  );
  await story.writes(story.by('ines.moreau', DAY + 90), {
    spaceId,
    title: 'Procurement note 2027',
    content: procurementNote,
  });
  await story.says(
    story.by('ines.moreau', DAY + 80),
    channelId,
    'I wrote down how we buy the western section. Two lots, the second only when the first is on time.',
  );
  await story.seen(['amina.diallo', 'ines.moreau', 'piotr.kowalski'], DAY, channelId);
}
