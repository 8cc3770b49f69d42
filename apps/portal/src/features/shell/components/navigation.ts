import type { Messages } from '@hemicycle/i18n';
import { FileText, House, MessagesSquare, Users, Video } from '@hemicycle/ui/icons';

export interface Destination {
  readonly href: string;
  readonly name: keyof Messages['shell'] & ('home' | 'spaces' | 'meetings' | 'documents' | 'people');
  readonly icon: typeof House;
}

/** The places of the workspace, in the order of the rail. */
export const destinations: readonly Destination[] = [
  { href: '/', name: 'home', icon: House },
  { href: '/spaces', name: 'spaces', icon: MessagesSquare },
  { href: '/meetings', name: 'meetings', icon: Video },
  { href: '/documents', name: 'documents', icon: FileText },
  { href: '/people', name: 'people', icon: Users },
];

/** The destination a path lies under. */
export function destinationOf(path: string): string | null {
  if (path === '/') return '/';
  const found = destinations.find(
    ({ href }) => href !== '/' && (path === href || path.startsWith(`${href}/`)),
  );
  return found?.href ?? null;
}
