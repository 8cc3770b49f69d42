import { type Me, Preferences } from '@hemicycle/contracts';
import { abilities } from '@hemicycle/policies';
import { accountOf, type Operation } from '../operation';
import { PERSON, presentPerson } from '../people/presentPerson';

/** How a new account sees things: as its browser and system say. */
const DEFAULTS: Preferences = { locale: null, theme: 'system', contrast: 'system', motion: 'system' };

/** The signed-in account with its organisation. */
export async function getMe(op: Operation): Promise<Me> {
  const { userId, organisationId } = accountOf(op);
  const user = await op.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      ...PERSON,
      email: true,
      title: true,
      preferences: true,
      organisation: { select: { id: true, name: true } },
    },
  });
  return {
    ...presentPerson(user),
    email: user.email,
    title: user.title,
    organisation: {
      ...user.organisation,
      abilities: abilities(op.actor, 'organisation', { organisationId }),
    },
    organisationRole: user.organisationRole,
    preferences: readPreferences(user.preferences),
  };
}

/** Stored preferences; what a newer or older version wrote and this one does not know falls back. */
export function readPreferences(stored: unknown): Preferences {
  const parsed = Preferences.partial().safeParse(stored);
  return { ...DEFAULTS, ...(parsed.success ? withoutUndefined(parsed.data) : {}) };
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
