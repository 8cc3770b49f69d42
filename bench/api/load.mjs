// @ts-expect-error -- autocannon ships no types
import autocannon from 'autocannon';

// A process of its own, so that making load and answering it do not share an event loop. Takes its orders as JSON.
const { url, cookies, connections, seconds } = JSON.parse(process.argv[2] ?? '{}');
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  // Many people, as in life: each connection goes through them in turn.
  requests: cookies.map((/** @type {string} */ cookie) => ({ method: 'GET', headers: { cookie } })),
});
process.stdout.write(
  JSON.stringify({
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    requests: result.requests.total,
    ok: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
    megabytesPerSecond: result.throughput.average / 1e6,
  }),
);
