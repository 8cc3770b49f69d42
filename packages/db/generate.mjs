import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

// `prisma generate` would fetch a native schema engine it does not need: pointing it at an existing program keeps it
// offline. The other switches stop its update check and telemetry.
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status } = spawnSync(process.execPath, [cli, 'generate', '--config', 'prisma.config.ts'], {
  cwd: import.meta.dirname,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    // biome-ignore lint/style/noProcessEnv: a build step hands its environment on to the program it runs
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exitCode = status ?? 1;
