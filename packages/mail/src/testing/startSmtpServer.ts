import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** What the server says to a receiver or a message: nothing, or a refusal with its code. */
export type Refusal = { readonly at: 'receiver' | 'message'; readonly code: number } | null;

/** A real SMTP server on a free port, or the given one, which keeps what it gets and refuses when it is told to. */
export async function startSmtpServer(port = 0) {
  const received: ReceivedMail[] = [];
  let refusal: Refusal = null;
  const refused = (code: number) => Object.assign(new Error('refused by the test'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo(_address, _session, callback) {
      callback(refusal?.at === 'receiver' ? refused(refusal.code) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refusal?.at === 'message') return callback(refused(refusal.code));
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: raw.toString('utf8'), mail: await PostalMime.parse(raw) });
        callback();
      });
    },
  });
  // A client that goes away in the middle is what some tests do.
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const { port: used } = listening.address() as AddressInfo;
  return {
    port: used,
    received,
    refuse: (next: Refusal) => {
      refusal = next;
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
