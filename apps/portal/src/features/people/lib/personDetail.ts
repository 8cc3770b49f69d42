import type { Person } from '@hemicycle/contracts';

/** What tells people of one name apart, in a line: another organisation, and what they do or their address. */
export function personDetail({ organisation, title, email }: Person): string {
  return [organisation, title ?? email].filter(Boolean).join(' · ');
}
