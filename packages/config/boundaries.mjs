/**
 * Who may import whom (docs/architecture.md). Run by `npm run boundaries`, which also runs it over `fixtures/`, where
 * each rule is broken once: a rule that lets its fixture pass is broken itself.
 */

/**
 * What each package may import of the others. Whatever is not listed is forbidden.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  contracts: [],
  env: [],
  observability: ['env'],
  i18n: [],
  ui: ['i18n'],
  policies: ['contracts'],
  db: ['env'],
  bus: ['contracts', 'observability'],
  collab: ['contracts'],
  core: ['contracts', 'policies', 'db', 'env', 'observability'],
  auth: ['contracts', 'policies', 'core', 'db', 'env', 'observability'],
  media: ['contracts', 'policies', 'core', 'env', 'observability'],
  mail: ['contracts', 'policies', 'core', 'db', 'env', 'i18n', 'observability'],
  api: ['auth', 'bus', 'contracts', 'core', 'db', 'env', 'mail', 'media', 'observability', 'policies'],
  testing: ['auth', 'bus', 'collab', 'contracts', 'core', 'db', 'env', 'media', 'observability', 'policies'],
  config: [],
};

const ERROR = /** @type {const} */ ('error');
const TESTS = '(\\.(test|spec)\\.tsx?|(Fixture|Fixtures|House)\\.ts)$';

/** @param {[string, string[]]} entry */
const packageRule = ([name, allowed]) => ({
  name: `${name}-imports-only-what-it-may`,
  comment: `packages/${name} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}.`,
  severity: ERROR,
  from: { path: `^packages/${name}/`, pathNot: [TESTS, '/src/testing/'] },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
});

/** Rules about what runs: an `import type` is gone by then. */
export const ABOUT_VALUES = ['browsers-do-not-read-the-environment', 'pages-reach-data-through-the-api'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(packageRule),
    {
      name: 'nothing-imports-an-app',
      comment: 'Apps are where everything is put together; nobody stands above them.',
      severity: ERROR,
      from: { path: '^(packages|apps/([^/]+))/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'only-db-knows-prisma',
      comment: 'Ask packages/db; the database client is its secret.',
      severity: ERROR,
      from: { path: '^(apps|packages)/', pathNot: '^packages/db/' },
      to: { path: '(^|/)(@prisma|prisma)(/|$)', pathNot: '^prisma/' },
    },
    {
      name: 'no-inside-of-another-feature',
      comment: "A feature's doors are the files directly in its folder; its subfolders are its own.",
      severity: ERROR,
      from: { path: '^apps/portal/src/features/([^/]+)/' },
      to: { path: '^apps/portal/src/features/[^/]+/[^/]+/', pathNot: '^apps/portal/src/features/$1/' },
    },
    {
      name: 'pages-reach-data-through-the-api',
      comment: 'One path to data and one place that decides: pages and components call the API.',
      severity: ERROR,
      from: { path: '^apps/portal/src/(app|features|lib|components)/', pathNot: TESTS },
      to: {
        path: '^packages/(api|auth|bus|core|db|observability|media/src/server)/',
      },
    },
    {
      name: 'browsers-do-not-read-the-environment',
      comment: 'Settings are read on the server: by a route, which hands on what may be seen.',
      severity: ERROR,
      from: { path: '^apps/portal/src/(features|lib|components)/', pathNot: [TESTS, '/server/'] },
      to: { path: '^packages/env/' },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What helps tests stays with tests.',
      severity: ERROR,
      from: {
        path: '^(apps|packages)/',
        pathNot: [TESTS, '/src/testing/', '^apps/e2e/', '^packages/testing/'],
      },
      to: { path: `(^packages/testing/|${TESTS})` },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: ERROR,
      from: { path: '^(apps|packages|infra|tools|bench)/' },
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      severity: ERROR,
      from: { path: '^(apps|packages|infra|tools)/' },
      // `server-only` is a mark for Next's compiler, which alone knows it.
      to: { couldNotResolve: true, pathNot: '(\\.css$|^server-only$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^packages/config/fixtures/|/generated/|/dist/|/\\.next/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
