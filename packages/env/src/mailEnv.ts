import { z } from 'zod';
import { EnvError } from './EnvError';
import { type EnvSource, readVariables } from './readVariables';
import { nonEmpty, port } from './schemas';

const variables = {
  SMTP_HOST: {
    schema: nonEmpty.optional(),
    purpose: 'the server that takes our mail; without it no mail is sent',
    example: 'smtp.ministry.example',
  },
  SMTP_PORT: {
    schema: port.optional(),
    purpose: 'its port (465 with SMTP_TLS=implicit, 587 otherwise, unless told)',
    example: '587',
  },
  SMTP_TLS: {
    schema: z
      .enum(['required', 'implicit', 'off'], { error: 'required, implicit or off is needed' })
      .default('required'),
    purpose: 'whether mail is only handed over encrypted: after STARTTLS, from the first byte, or not at all',
    example: 'required',
  },
  SMTP_USER: { schema: nonEmpty.optional(), purpose: 'who we are to that server', example: 'hemicycle' },
  SMTP_PASSWORD: {
    schema: nonEmpty.optional(),
    purpose: 'the password of SMTP_USER',
    example: 'a-long-password',
    secret: true,
  },
  MAIL_FROM: {
    schema: z.email('a mail address is needed').max(254).optional(),
    purpose: 'the address our mail comes from',
    example: 'no-reply@ministry.example',
  },
};

export interface MailEnv {
  readonly host: string;
  readonly port: number;
  /** `required`: STARTTLS or nothing; `implicit`: TLS from the first byte; `off`: in the clear, on one machine. */
  readonly tls: 'required' | 'implicit' | 'off';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Address alone; the name beside it is the product's. */
  readonly from: string;
}

/**
 * Null when no mail server is named.
 * @throws EnvError
 */
export function mailEnv(source: EnvSource = process.env): MailEnv | null {
  const values = readVariables('mail', variables, source);
  const {
    SMTP_HOST: host,
    SMTP_TLS: tls,
    SMTP_USER: user,
    SMTP_PASSWORD: password,
    MAIL_FROM: from,
  } = values;
  if (host === undefined) return null;
  const problems: string[] = [];
  if (from === undefined)
    problems.push('MAIL_FROM is not set. Set it, for example MAIL_FROM=no-reply@ministry.example.');
  if ((user === undefined) !== (password === undefined)) {
    problems.push(
      'SMTP_USER and SMTP_PASSWORD (or SMTP_PASSWORD_FILE) belong together. Set both, or neither.',
    );
  }
  if (password !== undefined && tls === 'off') {
    problems.push('SMTP_PASSWORD is set and SMTP_TLS=off would send it in the clear. Use SMTP_TLS=required.');
  }
  if (from === undefined || problems.length > 0) throw new EnvError('mail', problems);
  const login = user === undefined || password === undefined ? null : { user, password };
  return { host, port: values.SMTP_PORT ?? (tls === 'implicit' ? 465 : 587), tls, login, from };
}
