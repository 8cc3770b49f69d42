import { environment } from './environment';

export interface CaughtMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Mail that was caught for an address, newest first. */
export async function mailTo(address: string): Promise<CaughtMail[]> {
  const response = await fetch(`${environment.mailUrl}/mails.json`);
  const mails = (await response.json()) as CaughtMail[];
  return mails.filter(({ to }) => to.includes(address));
}
