import { join } from 'node:path';
import type { NextConfig } from 'next';
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants';

const root = join(import.meta.dirname, '../..');

export default function config(phase: string): NextConfig {
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    // `page.dev.tsx` is a page while developing only, such as /design with every primitive.
    pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
    transpilePackages: [
      '@hemicycle/ui',
      '@hemicycle/i18n',
      '@hemicycle/contracts',
      '@hemicycle/collab',
      '@hemicycle/media',
      '@hemicycle/env',
    ],
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
    outputFileTracingRoot: root,
    devIndicators: false,
    // Builds begin from nothing or are skipped: writing a cache for the next one takes longer than the build.
    experimental: { turbopackFileSystemCacheForBuild: false },
  };
}
