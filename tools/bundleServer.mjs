#!/usr/bin/env node
import { build } from 'esbuild';

/**
 * `node bundleServer.mjs <entry> <output>`: one file of our own code for production. Packages of the workspace are
 * TypeScript and are bundled; what comes from npm stays in node_modules, where it is audited and patched.
 */
const [entry, outfile] = process.argv.slice(2);
if (!entry || !outfile) throw new Error('Usage: bundleServer.mjs <entry> <output>');

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  // Next asks this before it would report anything to its makers.
  banner: { js: "process.env.NEXT_TELEMETRY_DISABLED = '1';" },
  plugins: [
    {
      name: 'npm-packages-stay-outside',
      setup({ onResolve }) {
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@hemicycle/') ? undefined : { path, external: true },
        );
      },
    },
  ],
});
