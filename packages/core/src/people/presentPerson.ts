import type { OrganisationRole, PersonSummary } from '@hemicycle/contracts';

/** Columns a person's summary is made of: `select: PERSON`. */
export const PERSON = { id: true, name: true, hue: true, organisationRole: true } as const;

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly hue: number;
  readonly organisationRole: OrganisationRole;
}

export function presentPerson(row: PersonRow): PersonSummary {
  return { id: row.id, name: row.name, hue: row.hue, guest: row.organisationRole === 'guest' };
}
