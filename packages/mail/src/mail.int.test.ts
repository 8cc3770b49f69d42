import { createBus, createWakeUps } from '@hemicycle/bus';
import {
  inviteGuest,
  type Operation,
  queueMail,
  tellDocumentMentions,
  updatePreferences,
} from '@hemicycle/core';
import { logger } from '@hemicycle/observability';
import { createWorld, type TestPerson, type TestWorld, until } from '@hemicycle/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startMailWorker } from './startMailWorker';
import { startSmtpServer } from './testing/startSmtpServer';

const ORIGIN = 'https://hemicycle.example';
const PACE = { firstRetry: 50, longestRetry: 200, round: 100 };

let world: TestWorld;
let owner: TestPerson;
let documentId: string;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let ends: (() => Promise<void>)[] = [];
let count = 0;

beforeAll(async () => {
  world = await createWorld();
  owner = await world.person('Inès Moreau');
  const space = await world.space(owner, 'Coastal resilience');
  documentId = await world.document(owner, space.id, 'Flood plan');
});
afterAll(() => world.close());
beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
  await smtp.stop();
  await world.database.mailJob.deleteMany();
});

const as = (person: TestPerson): Operation => ({
  ...world.as(person),
  services: { mail: true } as Operation['services'],
});

/** One process that sends mail, on its own connection to the bus. */
function worker(port = smtp.port): void {
  const wakeUps = createWakeUps({ databaseUrl: world.databaseUrl, busUrl: null });
  const bus = createBus(world.databaseUrl, wakeUps);
  const sending = startMailWorker({
    database: world.database,
    bus,
    services: as(owner).services,
    mail: { host: '127.0.0.1', port, tls: 'off', login: null, from: 'no-reply@water.example' },
    publicOrigin: ORIGIN,
    log: logger('mail'),
    pace: PACE,
  });
  ends.push(async () => {
    await sending.stop();
    await bus.close();
    await wakeUps.close();
  });
}

/** An address nobody had before. */
const someone = (): string => `guest${++count}@elsewhere.example`;

async function invite(email: string, locale: 'fr' | 'en' | 'de' = 'en'): Promise<void> {
  await inviteGuest(as(owner), {
    resourceType: 'document',
    resourceId: documentId,
    email,
    role: 'editor',
    expiresAt: new Date(Date.now() + 864e5).toISOString(),
    needsCode: false,
    locale,
  });
}

const outcomes = async (): Promise<(string | null)[]> =>
  (await world.database.mailJob.findMany({ orderBy: { id: 'asc' } })).map(({ outcome }) => outcome);

describe('mail', () => {
  it('NTF-1 waits for a server that refuses, and one that is away, and goes out once when it is back', async () => {
    smtp.refuse({ at: 'message', code: 451 });
    worker();
    const [first, second] = [someone(), someone()];
    await invite(first);
    await until(
      async () => (await world.database.mailJob.count({ where: { attempts: { gte: 2 } } })) > 0,
      'tries',
    );
    const { port } = smtp;
    await smtp.stop();
    await invite(second);
    const away = { where: { lastError: { contains: 'ECONNREFUSED' } } };
    await until(async () => (await world.database.mailJob.count(away)) > 0, 'a try at nothing');
    expect(await outcomes()).toEqual([null, null]);
    smtp = await startSmtpServer(port);
    await until(async () => (await outcomes()).every((outcome) => outcome === 'sent'), 'both sent');
    expect(smtp.received.map(({ to }) => to[0]).sort()).toEqual([first, second]);
  });

  it('NTF-2 of several processes each mail is sent by one, and mail of one that died by another', async () => {
    const all = Array.from({ length: 12 }, someone);
    for (const email of all) await invite(email);
    // Taken by a process that is no more.
    const [dead] = await world.database.mailJob.findMany({ take: 1, select: { id: true } });
    await world.database.mailJob.update({
      where: { id: dead?.id ?? '' },
      data: { claimedUntil: new Date(Date.now() + 300), attempts: 1, key: null },
    });
    worker();
    worker();
    worker();
    await until(async () => (await outcomes()).every((outcome) => outcome === 'sent'), 'all sent');
    expect(smtp.received.map(({ to }) => to[0]).sort()).toEqual([...all].sort());
  });

  it('NTF-3 is not tried again when the receiver is refused for good', async () => {
    smtp.refuse({ at: 'receiver', code: 550 });
    worker();
    await invite(someone());
    await until(async () => (await outcomes())[0] === 'refused', 'the end');
    expect(await world.database.mailJob.findFirst({ select: { attempts: true } })).toEqual({ attempts: 1 });
  });

  it('NTF-4 speaks the receiver’s language in plain text and HTML, and fetches nothing', async () => {
    worker();
    await invite(someone(), 'fr');
    await until(() => smtp.received.length === 1, 'the mail');
    const { subject, text = '', html = '', messageId } = smtp.received[0]?.mail ?? {};
    expect(subject).toBe('Inès Moreau vous invite à «\u00a0Flood plan\u00a0»');
    expect(text).toContain('Ni compte ni mot de passe ne sont nécessaires.');
    expect(html).toContain('lang="fr"');
    expect(html).toContain('Ouvrir l’invitation');
    const [link = ''] = text.match(/https:\S+/) ?? [];
    expect(link).toMatch(new RegExp(`^${ORIGIN}/guest#[\\w-]{43}$`));
    expect(html).toContain(`href="${link}"`);
    // Whatever a mail program could fetch unasked.
    expect(html).not.toMatch(/<(img|link|script|iframe|object|video|audio)|src=|url\(|@import/i);
    expect(html.match(/https?:\/\/[^/"]+/g)?.every((origin) => origin === ORIGIN)).toBe(true);
    expect(messageId).toMatch(/@water\.example>$/);
  });

  it('NTF-5 carries no header, no receiver and no markup that a name or a title brings along', async () => {
    worker();
    const evil = 'Plan\r\nBcc: spy@evil.example\r\n\r\n<img src=x onerror=alert(1)>';
    await world.database.document.update({ where: { id: documentId }, data: { title: evil } });
    await invite(someone());
    await until(() => smtp.received.length === 1, 'the mail');
    const [received] = smtp.received;
    expect(received?.to).toHaveLength(1);
    expect(received?.mail.bcc).toBeUndefined();
    expect(received?.mail.subject).toContain('Plan Bcc: spy@evil.example');
    expect(received?.mail.html).not.toContain('<img');
    expect(received?.mail.html).toContain('&lt;img');
    await world.database.document.update({ where: { id: documentId }, data: { title: 'Flood plan' } });
    // Two addresses in one are none.
    const list = 'a@elsewhere.example, b@elsewhere.example';
    await queueMail(as(owner), { kind: 'guestCode', key: 'AAAA', email: list, locale: 'en' });
    await until(async () => (await outcomes()).includes('needless'), 'no mail');
    expect(smtp.received).toHaveLength(1);
  });

  it('NTF-6 holds no secret while it waits: a way in is made as its mail goes out', async () => {
    await invite(someone());
    expect(
      await world.database.guestToken.count({ where: { guest: { enteredAt: null }, usedAt: null } }),
    ).toBe(await world.database.guestToken.count());
    const before = await world.database.guestToken.count();
    worker();
    await until(() => smtp.received.length === 1, 'the mail');
    expect(await world.database.guestToken.count()).toBe(before + 1);
    const [token = ''] = smtp.received[0]?.raw.match(/(?<=guest#)[\w-]{43}/) ?? [];
    expect(token).not.toBe('');
    const [row] = await world.database.$queryRaw<{ everything: string }[]>`
      SELECT string_agg(m::text, '') AS everything FROM mail_jobs m`;
    expect(row?.everything).not.toContain(token);
  });

  it('NTF-7 tells a person in the language they chose what they have not read, once', async () => {
    const reader = await world.person(`Jonas Weber ${++count}`);
    await updatePreferences(as(reader), { locale: 'de' });
    const space = await world.space(owner, 'Harbours', [[reader, 'editor']]);
    await world.message(owner, space.channelId, `@[x](user:${reader.id}) please look`);
    // Daily by default: the hour is brought forward.
    await world.database.mailJob.updateMany({ data: { dueAt: new Date() } });
    await queueMail(as(owner), { kind: 'notifications', userId: reader.id }, { key: 'another' });
    await world.database.mailJob.updateMany({ data: { lane: 'theirs' } });
    worker();
    worker();
    await until(() => smtp.received.length === 1, 'the mail');
    const { mail } = smtp.received[0] ?? {};
    expect(mail?.subject).toBe('2 Neuigkeiten für Sie');
    expect(mail?.text).toContain('Inès Moreau hat Sie in „Harbours“ erwähnt');
    expect(mail?.text).toContain('please look');
    expect(mail?.text).toContain(`${ORIGIN}/spaces/${space.id}?message=`);
    await until(
      async () => (await outcomes()).every((outcome) => outcome !== null),
      'the second finds nothing',
    );
    expect((await outcomes()).sort()).toEqual(['needless', 'sent']);
  });

  it('IDN-63 tells an administrator that the break-glass password was used, and nobody who is none any more', async () => {
    const administrator = await world.person(`Sofia ${++count}`);
    const { id: userId } = administrator;
    const role = (organisationRole: 'administrator' | 'member') =>
      world.database.user.update({ where: { id: userId }, data: { organisationRole } });
    await role('administrator');
    await updatePreferences(as(administrator), { locale: 'fr' });
    const { id: sessionId } = await world.database.session.findFirstOrThrow({ where: { userId } });
    await queueMail(as(owner), { kind: 'breakGlass', userId, sessionId });
    worker();
    await until(() => smtp.received.length === 1, 'the mail');
    expect(smtp.received[0]?.mail.subject).toBe(
      'Le mot de passe de secours de hemicycle.example a été utilisé',
    );
    await role('member');
    await queueMail(as(owner), { kind: 'breakGlass', userId, sessionId });
    await until(async () => (await outcomes()).includes('needless'), 'no second mail');
    expect(smtp.received).toHaveLength(1);
  });

  it('GST-14 leads a guest back by a way in, not to a page they could not sign in at', async () => {
    const email = someone();
    await invite(email);
    const guest = await world.database.user.findFirstOrThrow({ where: { email }, select: { id: true } });
    await world.database.documentMention.create({ data: { documentId, userId: guest.id, count: 1 } });
    await tellDocumentMentions(as(owner));
    await world.database.mailJob.deleteMany();
    await queueMail(as(owner), { kind: 'notifications', userId: guest.id });
    worker();
    await until(() => smtp.received.length === 1, 'the mail');
    const { text = '' } = smtp.received[0]?.mail ?? {};
    expect(text).toContain('You are mentioned in “Flood plan”');
    expect(text).toContain(`${ORIGIN}/guest#`);
    expect(text).not.toContain(`${ORIGIN}/documents/`);
  });
});
