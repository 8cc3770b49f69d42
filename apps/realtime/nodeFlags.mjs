/**
 * What node is told where the bundle runs, in production as in benchmarks. One process is one thread that carries
 * keystrokes on one core: helpers that collect garbage beside it cost more than they take off it, and what is short-lived
 * (nearly all) is not to be copied again and again because its space began small. Megabytes.
 *
 * No source maps: they are read at every start, also of a worker thread, and gone through at every collection (20 of 90
 * ms a second of a light load were the helpers, and 3 without). The bundle is not minified, so stack traces name
 * functions; whoever wants lines of the source starts with NODE_OPTIONS=--enable-source-maps.
 */
export const nodeFlags = ['--single-threaded-gc', '--min-semi-space-size=16'];
