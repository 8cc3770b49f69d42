import { parseArgs } from 'node:util';
import { createDatabase, type Database, newId } from '@hemicycle/db';
import { databaseEnv, keycloakEnv } from '@hemicycle/env';

const USAGE = `Usage: npm run organisation -- --name <name> --key <id in Keycloak> [--domain <domain>]…
  [--administrator <e-mail>]  a member of it who has signed in once becomes its administrator
  [--adopt]                   the organisation that had the whole realm gets this key`;

/** Adds an organisation of the realm, or changes it: see docs/operations/federation.md. */
async function keepOrganisation(database: Database, issuer: string, args: string[]): Promise<string> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      key: { type: 'string' },
      domain: { type: 'string', multiple: true },
      administrator: { type: 'string' },
      adopt: { type: 'boolean', default: false },
    },
  });
  const { name, key: externalKey, administrator, adopt } = values;
  if (!name || !externalKey) throw new Error(USAGE);
  const domains = (values.domain ?? []).map((domain) => domain.toLowerCase());
  if (adopt)
    await database.organisation.updateMany({ where: { issuer, externalKey: '' }, data: { externalKey } });
  const { id } = await database.organisation.upsert({
    where: { issuer_externalKey: { issuer, externalKey } },
    create: { id: newId(), name, issuer, externalKey, domains },
    update: { name, domains },
    select: { id: true },
  });
  if (administrator === undefined) return `${name} is an organisation here: ${id}.`;
  const { count } = await database.user.updateMany({
    where: {
      organisationId: id,
      email: { equals: administrator, mode: 'insensitive' },
      organisationRole: 'member',
    },
    data: { organisationRole: 'administrator' },
  });
  if (count === 0) throw new Error(`No member of ${name} has that address: they must sign in once before.`);
  return `${administrator} administers ${name} now.`;
}

const database = createDatabase(databaseEnv().url, { poolSize: 1 });
try {
  process.stdout.write(`${await keepOrganisation(database, keycloakEnv().issuer, process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await database.$disconnect();
}
