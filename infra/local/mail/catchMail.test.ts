import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { freePorts } from '../ports.mjs';
import { catchMail } from './catchMail.mjs';

let catcher: Awaited<ReturnType<typeof catchMail>>;
let pagePort = 0;
let smtpPort = 0;
beforeAll(async () => {
  [pagePort = 0, smtpPort = 0] = await freePorts(2);
  catcher = await catchMail({ smtpPort, pagePort });
});
afterAll(() => catcher?.stop());

/** What a browser gets that believes to be at `host`. */
const read = (path: string, host: string): Promise<{ status: number | undefined; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: pagePort, path, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    asked.once('error', reject);
    asked.end();
  });

describe('mail on a laptop', () => {
  it('is caught and shown, without running what is in it, and to no page of the wide web', async () => {
    const smtp = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
    const subject = 'Hello <script>alert(1)</script>';
    await smtp.sendMail({
      from: 'us@a.example',
      to: 'you@b.example',
      subject,
      text: 'words',
      html: '<b>"words"</b>',
    });
    smtp.close();
    const own = `localhost:${pagePort}`;
    expect(JSON.parse((await read('/mails.json', own)).text)).toMatchObject([
      { to: ['you@b.example'], subject },
    ]);
    for (const path of ['/', '/mail/1']) {
      const { status, text } = await read(path, own);
      expect(status).toBe(200);
      expect(text).toContain('Hello');
      expect(text).not.toContain('<script>');
    }
    expect((await read('/mail/1', own)).text).not.toContain('srcdoc="<');
    // A name of somebody else's that was made to point to this machine.
    expect((await read('/mails.json', `evil.example:${pagePort}`)).status).toBe(404);
    expect((await read('/mail/2', own)).status).toBe(404);
  });
});
