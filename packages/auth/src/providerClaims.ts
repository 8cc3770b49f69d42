import { z } from 'zod';

/** Against names of any length; how many there are is bounded by the size of a request. */
const Names = z.array(z.string().max(4_096)).optional();

/** Where somebody belongs, as our realm's mappers write it into the id token. */
export const ProviderClaims = {
  organisation: z.record(z.string().max(255), z.looseObject({ id: z.string().min(1).max(255) })).optional(),
  /** Groups of the realm itself. */
  groups: Names,
  /** Those of the provider somebody was brokered from. */
  provider_groups: Names,
};

/** What a sign-in says of it. A claim without groups says that there are none. */
export function readProviderClaims(claims: z.output<z.ZodObject<typeof ProviderClaims>>): {
  organisationKeys: string[];
  groups: string[];
} {
  return {
    organisationKeys: Object.values(claims.organisation ?? {}).map(({ id }) => id),
    groups: [...(claims.groups ?? []), ...(claims.provider_groups ?? [])],
  };
}
