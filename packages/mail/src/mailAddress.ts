import { z } from 'zod';
import { boundHeader } from './boundHeader';
import type { MailAddress } from './MailMessage';

const Address = z.email().max(254);

/** An address mail may go to, or null: one address, without a list, a comment or a line break in it. */
export function mailAddress(name: string, address: string): MailAddress | null {
  const parsed = Address.safeParse(address);
  return parsed.success ? { name: boundHeader(name), address: parsed.data } : null;
}
