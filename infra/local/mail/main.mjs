#!/usr/bin/env node
import { catchMail } from './catchMail.mjs';

/** `MAIL_SMTP_PORT=… MAIL_PORT=… node main.mjs`: takes every mail a laptop's workspace sends, and shows it. */
const port = (/** @type {string} */ name) => {
  const value = Number(process.env[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is needed`);
  return value;
};

const catcher = await catchMail({ smtpPort: port('MAIL_SMTP_PORT'), pagePort: port('MAIL_PORT') });
console.log(`mail is caught; read it at ${catcher.page}`);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await catcher.stop();
    process.exit(0);
  });
}
