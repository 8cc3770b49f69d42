import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '../..');

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our own server compresses nothing twice: the reverse proxy or the server in front does it.
  transpilePackages: ['@hemicycle/ui', '@hemicycle/i18n', '@hemicycle/contracts', '@hemicycle/collab', '@hemicycle/media'],
  images: { unoptimized: true },
  // The whole repository is type-checked once, by `npm run typecheck`.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root,
    resolveAlias: {
      // Messages come compiled (packages/i18n/src/server.ts): browsers need the formatter, not the ICU parser.
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
  },
  devIndicators: false,
  outputFileTracingRoot: root,
  experimental: {
    // A click on a link the pointer rested on shows the page at once; live events keep what is shown true.
    staleTimes: { dynamic: 0 },
  },
};

export default config;
