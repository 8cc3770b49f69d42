import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this. Migrations run through src/migrate, which needs no native engine. */
export default defineConfig({ schema: '../../prisma/schema' });
