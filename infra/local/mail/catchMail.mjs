import { once } from 'node:events';
import { createServer } from 'node:http';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { listPage, messagePage } from './pages.mjs';

/** Older ones make room: a workspace on a laptop sends for weeks. */
const KEPT = 200;
/** Against filling memory by one mail. Bytes. */
const LARGEST = 5 * 1024 * 1024;
const HOST = '127.0.0.1';

/**
 * @typedef {object} CaughtMail
 * @property {number} id
 * @property {Date} at
 * @property {string[]} to
 * @property {string} subject
 * @property {string} text
 * @property {string} html
 */

/**
 * An SMTP server that delivers nothing, and a page to read what it got: `/` lists, `/mail/<id>` shows, and the same
 * with `.json` for tools. Both listen on this machine only.
 * @param {{ smtpPort: number, pagePort: number }} ports
 */
export async function catchMail({ smtpPort, pagePort }) {
  /** @type {CaughtMail[]} newest first */
  const mails = [];
  let last = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    onData(stream, session, callback) {
      /** @type {Buffer[]} */
      const chunks = [];
      let length = 0;
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        length += chunk.length;
        if (length <= LARGEST) chunks.push(chunk);
      });
      stream.on('end', async () => {
        if (length > LARGEST) return callback(Object.assign(new Error('too large'), { responseCode: 552 }));
        const { subject = '', text = '', html = '' } = await PostalMime.parse(Buffer.concat(chunks));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        last += 1;
        mails.unshift({ id: last, at: new Date(), to, subject, text, html });
        mails.length = Math.min(mails.length, KEPT);
        callback();
      });
    },
  });
  smtp.on('error', () => undefined);
  const listening = smtp.listen(smtpPort, HOST);
  await once(listening, 'listening');

  const own = new Set([`localhost:${pagePort}`, `${HOST}:${pagePort}`]);
  const page = createServer((request, response) => {
    // A page of the wide web that had its name point to this machine must not read the mail.
    const known = own.has(request.headers.host ?? '');
    const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
    const answer = known && request.method === 'GET' ? answerOf(pathname, mails) : undefined;
    response.writeHead(answer ? 200 : 404, {
      'content-type': `${answer?.type ?? 'text/plain'}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      // Styles of the mail itself, and nothing that runs or is fetched.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'",
    });
    response.end(answer?.body ?? 'There is nothing here.\n');
  });
  page.listen(pagePort, HOST);
  await once(page, 'listening');
  return {
    page: `http://localhost:${pagePort}`,
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => page.close(resolve)),
        new Promise((resolve) => smtp.close(() => resolve(undefined))),
      ]);
    },
  };
}

/** @param {string} path @param {readonly CaughtMail[]} mails */
function answerOf(path, mails) {
  if (path === '/') return { type: 'text/html', body: listPage(mails) };
  if (path === '/mails.json') return { type: 'application/json', body: JSON.stringify(mails) };
  const [, id, json] = /^\/mail\/(\d+)(\.json)?$/.exec(path) ?? [];
  const mail = mails.find((one) => one.id === Number(id));
  if (!mail) return undefined;
  return json
    ? { type: 'application/json', body: JSON.stringify(mail) }
    : { type: 'text/html', body: messagePage(mail) };
}
