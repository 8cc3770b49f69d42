import type { OrganisationRole } from '@hemicycle/contracts';

/** Who asks. Built by `auth` from a session; nothing else makes one outside tests. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account';
      readonly userId: string;
      readonly organisationId: string;
      readonly organisationRole: OrganisationRole;
      readonly sessionId: string;
      /** The administrator for when Keycloak is down: of all actions, only those of administration are theirs. */
      readonly breakGlass?: true;
    };

export const ANONYMOUS: Actor = { kind: 'anonymous' };
