import type { LabelKey } from '@hemicycle/contracts';
import { createWorld, type TestPerson, type TestSpace, type TestWorld } from '@hemicycle/testing';
import { documentAccess } from '../../access/documentAccess';
import { createDocument } from '../../documents';
import { grantAccess, setLink } from '../../sharing';
import type { ResourceKey } from '../../sharing/loadSharing';
import { setLabel } from '../index';

/** People of every standing, and a space with a document in a folder, to be labelled. */
export interface LabelHouse {
  readonly world: TestWorld;
  /** Owns the space. */
  readonly ines: TestPerson;
  /** Edits there. */
  readonly jonas: TestPerson;
  readonly guest: TestPerson;
  /** Of another organisation. */
  readonly lena: TestPerson;
  readonly roads: string;
  readonly labels: Readonly<Record<LabelKey, string>>;
}

export interface LabelledSpace {
  readonly space: TestSpace;
  readonly folderId: string;
  readonly documentId: string;
  readonly onSpace: ResourceKey;
  readonly on: (resourceId?: string) => ResourceKey;
}

export async function createLabelHouse() {
  const world = await createWorld();
  const roads = await world.organisation('Ministry of Roads');
  await world.database.organisation.updateMany({ data: { sharesSpaces: true } });
  const [open, internal, restricted] = await Promise.all([
    world.labelId('public'),
    world.labelId('internal'),
    world.labelId('restricted'),
  ]);
  const house: LabelHouse = {
    world,
    roads,
    ines: await world.person('Inès Moreau'),
    jonas: await world.person('Jonas Weber'),
    guest: await world.person('Gast Delta', { organisationRole: 'guest' }),
    lena: await world.person('Lena Fischer', { organisationId: roads }),
    labels: { public: open, internal, restricted },
  };
  return { ...house, ...actsOf(house) };
}

function actsOf({ world, ines, jonas }: LabelHouse) {
  return {
    async createSpace(): Promise<LabelledSpace> {
      const space = await world.space(ines, 'Coast', [[jonas, 'editor']]);
      const folderId = await world.document(ines, space.id, 'Folder');
      const inside = { spaceId: space.id, title: 'Quayplan', parentId: folderId };
      const { id: documentId } = await createDocument(world.as(ines), inside);
      return {
        space,
        folderId,
        documentId,
        onSpace: { resourceType: 'space', resourceId: space.id },
        on: (resourceId = documentId) => ({ resourceType: 'document', resourceId }),
      };
    },
    label: (key: ResourceKey, labelId: string | null, reason?: string, person = ines) =>
      setLabel(world.as(person), { ...key, labelId, ...(reason !== undefined && { reason }) }),
    give: (key: ResourceKey, to: TestPerson) =>
      grantAccess(world.as(ines), {
        ...key,
        subject: { type: 'person', userId: to.id },
        role: 'editor',
        expiresAt: null,
      }),
    async link(key: ResourceKey, reach: 'organisation' | 'anyone'): Promise<string> {
      const terms = { reach, role: 'reader', expiresAt: null, renew: false } as const;
      return (await setLink(world.as(ines), { ...key, ...terms })).token ?? '';
    },
    roleOf: async (person: TestPerson, documentId: string) =>
      (await documentAccess(world.as(person), documentId)).role,
  };
}
