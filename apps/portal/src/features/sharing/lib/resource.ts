import type { ResourceType } from '@hemicycle/contracts';

/** What is shared: a space or a document. */
export type Resource = { readonly resourceType: ResourceType; readonly resourceId: string };

/** Its own page: for who has access already. */
export function resourcePath({ resourceType, resourceId }: Resource): string {
  return resourceType === 'space' ? `/spaces/${resourceId}` : `/documents/${resourceId}`;
}

/**
 * The page that comes by its link. The resource is named beside the token, so that who comes too late can still ask for
 * access: the token alone leads nowhere then.
 */
export function linkPath({ resourceType, resourceId }: Resource, token: string): string {
  return `/links/${resourceType}/${resourceId}/${token}`;
}
