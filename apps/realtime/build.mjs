import { build } from 'esbuild';

// One file for the server and one for each of its worker threads; nothing of node_modules is needed beside them.
// An argument names another folder than `dist`.
await build({
  entryPoints: {
    main: 'src/main.ts',
    compactionWorker: 'src/compaction/compactionWorker.ts',
    diffWorker: 'src/diff/diffWorker.ts',
    inspectionWorker: 'src/inspection/inspectionWorker.ts',
  },
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'warning',
  external: ['pg-native'],
  // CommonJS dependencies call require() for Node's own modules.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
