import { addMember, createSpace } from '@hemicycle/core';
import { floodPlan, harbourNotes, hydrologyAnnex, steeringMinutes } from './documents';
import type { Storyteller } from './Storyteller';

const DAY = 24 * 60;

const MEMBERS = [
  ['jonas.weber', 'editor'],
  ['sofia.lindqvist', 'editor'],
  ['piotr.kowalski', 'editor'],
  ['amina.diallo', 'commenter'],
  ['tomas.ruiz', 'reader'],
] as const;

interface Place {
  spaceId: string;
  channelId: string;
  roomId: string;
}

const link = (title: string, id: string) => `[${title}](document:${id})`;

/** The space of the pictures: a plan under discussion, a thread, a mention, a meeting yesterday. */
export async function tellCoastalResilience(story: Storyteller): Promise<void> {
  const { id, channelId, roomId } = await createSpace(story.by('ines.moreau', 40 * DAY), {
    name: 'Coastal resilience',
    purpose: 'The coastal flood plan, from the surveys to the works',
  });
  const place = { spaceId: id, channelId, roomId };
  for (const [username, role] of MEMBERS) {
    const { userId } = story.person(username);
    await addMember(story.by('ines.moreau', 40 * DAY - 5), { spaceId: id, userId, role });
  }
  const plan = await tellDaysBefore(story, place);
  await tellToday(story, place, plan);
}

/** Returns the id of the plan. */
async function tellDaysBefore(story: Storyteller, { spaceId, channelId, roomId }: Place): Promise<string> {
  await story.says(
    story.by('ines.moreau', 6 * DAY),
    channelId,
    'The steering group meets on Thursdays from now on. Drafts go here, not by mail.',
  );
  const plan = await story.writes(story.by('jonas.weber', 5 * DAY), {
    spaceId,
    title: 'Coastal flood plan',
    content: floodPlan,
  });
  await story.writes(story.by('piotr.kowalski', 4 * DAY), {
    spaceId,
    title: 'Harbour boards: notes',
    content: harbourNotes,
  });
  await story.met({
    roomId,
    channelId,
    people: ['piotr.kowalski', 'ines.moreau', 'jonas.weber', 'sofia.lindqvist'],
    beganAgo: DAY + 70,
    endedAgo: DAY + 25,
  });
  const minutes = await story.writes(story.by('piotr.kowalski', DAY + 20), {
    spaceId,
    title: 'Minutes, steering group',
    content: steeringMinutes,
  });
  await story.says(
    story.by('piotr.kowalski', DAY + 18),
    channelId,
    `The ${link('Minutes, steering group', minutes)} are up. Corrections by tonight.`,
  );
  await story.says(
    story.by('amina.diallo', DAY + 10),
    channelId,
    'Thanks. I take the two lots over into the budget note.',
  );
  return plan;
}

async function tellToday(story: Storyteller, { spaceId, channelId }: Place, plan: string): Promise<void> {
  const mention = (username: string, name: string) => `@[${name}](user:${story.person(username).userId})`;
  const annexAt = story.by('jonas.weber', 75);
  await story.writes(annexAt, { spaceId, title: 'Hydrology annex', parentId: plan, content: hydrologyAnnex });
  const annex = await story.says(
    story.by('jonas.weber', 68),
    channelId,
    `The hydrology annex is in. I moved the gauge tables to the end, the argument reads better now. ${link('Coastal flood plan', plan)}`,
  );
  await story.reacts(['sofia.lindqvist', 'piotr.kowalski', 'ines.moreau'], 62, annex, '👍');
  await story.seen(['ines.moreau', ...MEMBERS.map(([username]) => username)], 60, channelId);

  const question = await story.says(
    story.by('sofia.lindqvist', 54),
    channelId,
    `${mention('ines.moreau', 'Inès Moreau')} can you confirm the figures in section 4? The 2025 survey gives 3.1 m, not 2.8.`,
  );
  await story.says(
    story.by('jonas.weber', 51),
    channelId,
    '3.08 at the old sluice, so 3.1 is right. 2.8 was the harbour mole in 2024.',
    question,
  );
  await story.says(
    story.by('sofia.lindqvist', 50),
    channelId,
    'Then the table wants the same source throughout.',
    question,
  );
  await story.says(
    story.by('jonas.weber', 48),
    channelId,
    'Done, row by row, with the gauge named.',
    question,
  );
  await story.says(
    story.by('piotr.kowalski', 46),
    channelId,
    `${mention('jonas.weber', 'Jonas Weber')} do we keep the old figure in a footnote? The boards will ask.`,
    question,
  );
  await story.reacts(['piotr.kowalski', 'amina.diallo'], 45, question, '👀');
  await story.seen(['sofia.lindqvist', 'piotr.kowalski'], 44, channelId);
  await story.says(
    story.by('piotr.kowalski', 22),
    channelId,
    'The harbour boards accept night closures if they hear 48 hours before. I put it into my notes.',
  );
  await story.says(
    story.by('amina.diallo', 14),
    channelId,
    'Good news for the tender, it saves the second shift.',
  );
  await story.by('ines.moreau', 12).db.document.update({
    where: { id: plan },
    data: { editedAt: story.by('ines.moreau', 12).now, editedById: story.person('jonas.weber').userId },
    select: { id: true },
  });
}
