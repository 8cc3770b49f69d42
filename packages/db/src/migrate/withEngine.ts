import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { migrationAdapter } from './migrationAdapter';
import { readSchemaFiles } from './prismaFiles';

/** What the module's glue exports beside its types. */
interface EngineGlue {
  readonly SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

/** No table and no enum of ours is managed by somebody else. */
export const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as WebAssembly on the pg driver: no native program, nothing to download. The package expects a
 * bundler to load its `.wasm`; this does by hand what the bundler would do. One at a time in a process: the glue keeps
 * the module it works for in a variable of its own.
 */
export async function withEngine<T>(
  url: string,
  folder: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineGlue;
  const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(join(dirname(glueFile), 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  const files = readSchemaFiles(folder);
  const adapter = bindMigrationAwareSqlAdapterFactory(migrationAdapter(url));
  const engine = await glue.SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    adapter,
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}
