import { publicUrlVariable } from './common';
import { type EnvSource, readVariables } from './readVariables';
import { nonEmpty, socketUrl } from './schemas';

const variables = {
  HEMICYCLE_URL: publicUrlVariable,
  LIVEKIT_URL: {
    schema: socketUrl.default('ws://127.0.0.1:7880'),
    purpose: 'where our servers reach LiveKit',
    example: 'ws://livekit:7880',
  },
  LIVEKIT_API_KEY: {
    schema: nonEmpty,
    purpose: 'the name of the LiveKit key',
    example: 'hemicycle',
    secret: true,
  },
  LIVEKIT_API_SECRET: {
    // LiveKit refuses to start with a shorter one.
    schema: nonEmpty.min(32, 'at least 32 characters are needed'),
    purpose: 'the secret media tokens and webhooks are signed with',
    example: '64-random-hexadecimal-digits',
    secret: true,
  },
};

export interface LivekitEnv {
  /** Internal ws(s) address. */
  readonly url: string;
  /** The same as http(s), for the server API and health. */
  readonly httpUrl: string;
  /** What a browser gives livekit-client: our own origin, which proxies `/rtc`. */
  readonly publicUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** @throws EnvError */
export function livekitEnv(source: EnvSource = process.env): LivekitEnv {
  const values = readVariables('LiveKit', variables, source);
  return {
    url: values.LIVEKIT_URL,
    httpUrl: values.LIVEKIT_URL.replace(/^ws/, 'http'),
    publicUrl: values.HEMICYCLE_URL.replace(/^http/, 'ws'),
    apiKey: values.LIVEKIT_API_KEY,
    apiSecret: values.LIVEKIT_API_SECRET,
  };
}
