import { newId } from '@hemicycle/db';
import type { TestWorld } from '@hemicycle/testing';

/** The labels of an organisation with one more, which nothing carries, and one of another organisation. */
export async function createLabels({ database }: TestWorld, organisationId: string, foreignId: string) {
  // What the tries before this one made of them.
  await database.label.deleteMany({ where: { organisationId, key: null } });
  const spare = newId();
  const rules = { linkReach: 'restricted', guests: false, others: false, exports: false } as const;
  await database.label.create({
    data: { id: spare, organisationId, name: 'Spare', tone: 'neutral', rank: 3, ...rules },
  });
  const { id: foreignLabelId } = await database.label.findFirstOrThrow({
    where: { organisationId: foreignId, key: 'restricted' },
  });
  const idOf = async (key: 'public' | 'internal' | 'restricted') =>
    (await database.label.findFirstOrThrow({ where: { organisationId, key }, select: { id: true } })).id;
  const [open, internal, restricted] = await Promise.all([
    idOf('public'),
    idOf('internal'),
    idOf('restricted'),
  ]);
  const order = [open, internal, restricted, spare];
  return { labels: { public: open, internal, restricted, spare, order }, foreignLabelId };
}
