import { root } from '../paths.mjs';
import { accepts } from './postgres.mjs';

/**
 * The catcher of mail, on a laptop and in tests; where mail is to arrive, SMTP_HOST names a server instead.
 * @param {{ smtpPort: number, pagePort: number, logFile: string }} options
 * @returns {import('../spawnPart.mjs').PartPlan}
 */
export const mailPlan = ({ smtpPort, pagePort, logFile }) => ({
  name: 'Mail catcher',
  command: process.execPath,
  args: [`${root}/infra/local/mail/main.mjs`],
  cwd: root,
  env: { PATH: process.env.PATH, MAIL_SMTP_PORT: String(smtpPort), MAIL_PORT: String(pagePort) },
  logFile,
  ready: async () => (await accepts(smtpPort)) && (await accepts(pagePort)),
  readyMs: 15_000,
  stopMs: 3_000,
});
