import type { MailEnv } from '@hemicycle/env';
import { createTransport as createSmtp } from 'nodemailer';
import type { MailMessage } from './MailMessage';

/** Against a server that takes the connection and says nothing. Milliseconds. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 5_000,
};

export interface MailTransport {
  /**
   * Hands a message to the server. `id` names it for ever: sent twice because an answer was lost, it is known again.
   * @throws RefusedForGood when trying again is of no use, anything else when it is
   */
  send(id: string, message: MailMessage): Promise<void>;
  close(): void;
}

/** The server does not want this very message, now or later. */
export class RefusedForGood extends Error {}

export function createTransport(env: MailEnv, product: string): MailTransport {
  const smtp = createSmtp({
    host: env.host,
    port: env.port,
    secure: env.tls === 'implicit',
    requireTLS: env.tls === 'required',
    ignoreTLS: env.tls === 'off',
    ...(env.login && { auth: { user: env.login.user, pass: env.login.password } }),
    ...TIMEOUTS,
    pool: true,
    maxConnections: 2,
    // What we send holds no files: neither paths nor addresses are ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = env.from.slice(env.from.lastIndexOf('@') + 1);
  return {
    async send(id, { to, subject, text, html }) {
      try {
        await smtp.sendMail({
          from: { name: product, address: env.from },
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          headers: {
            // No answers from machines, please: nobody reads them.
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
          },
        });
      } catch (error) {
        if (isForGood(error)) throw new RefusedForGood(messageOf(error));
        throw error;
      }
    },
    close: () => smtp.close(),
  };
}

/** 5xx to this receiver or this message; the same about our sign-in is the operator's to mend, and tried again. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  const about = code === 'EENVELOPE' || code === 'EMESSAGE';
  return about && typeof responseCode === 'number' && responseCode >= 500;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
