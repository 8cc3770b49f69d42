/**
 * The address of a way in. Its secret is the fragment, which browsers keep to themselves: no proxy, no log and no scanner
 * that fetches the page ever gets it.
 */
export function wayInAddress(publicOrigin: string, token: string): string {
  return `${publicOrigin}/guest#${token}`;
}
