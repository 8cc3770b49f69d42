import { createDatabase } from '@hemicycle/db';
import { databaseEnv, keycloakEnv } from '@hemicycle/env';
import { seedDemo } from './demo/seedDemo';

const database = createDatabase(databaseEnv().url, { poolSize: 2 });
try {
  const outcome = await seedDemo(database, keycloakEnv().issuer);
  process.stdout.write(`Demo content: ${outcome}.\n`);
} finally {
  await database.$disconnect();
}
