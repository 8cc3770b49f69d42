#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * `node bundleWorker.mjs <entry> <output> <file with the build's id>`: the service worker as one classic script. The
 * build's id is in it, so that each build is a new worker to the browser.
 */
const [entry, outfile, idFile] = process.argv.slice(2);
if (!entry || !outfile || !idFile) throw new Error('Usage: bundleWorker.mjs <entry> <output> <id file>');

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  logLevel: 'warning',
  define: { BUILD: JSON.stringify(readFileSync(idFile, 'utf8').trim()) },
});
