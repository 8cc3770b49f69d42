import { buildLivekit } from '../../../infra/local/parts/livekit.mjs';
import { planLivekit } from '../../../infra/local/plans.mjs';
import { createRunningPart, type RunningPart } from './createRunningPart';
import { openTestRun } from './openTestRun';

export interface TestLivekit extends RunningPart {
  /** ws address. */
  readonly url: string;
  readonly httpUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The run's media server; it sends its webhooks to the run's portal. */
export async function startLivekit(): Promise<TestLivekit> {
  const run = openTestRun();
  const { settings } = run;
  await buildLivekit({ cache: settings.paths.cache, logFile: `${settings.paths.logs}/livekit-build.log` });
  const part = createRunningPart(run, 'livekit', () => planLivekit(settings));
  await part.start();
  return {
    ...part,
    url: settings.environment.LIVEKIT_URL,
    httpUrl: settings.environment.LIVEKIT_URL.replace(/^ws/, 'http'),
    apiKey: settings.livekitKey,
    apiSecret: settings.livekitSecret,
  };
}
