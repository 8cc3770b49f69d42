import { environment } from './environment';

/**
 * Chromium with a fake camera and microphone. The fake picture is small and slow so that a call of several browsers
 * leaves two cores room for the servers.
 */
export const browserOptions = () => ({
  executablePath: environment.chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=fps=10',
    '--auto-select-desktop-capture-source=Entire screen',
    '--autoplay-policy=no-user-gesture-required',
    // A page behind another keeps its timers: all our people look at their screens.
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-background-timer-throttling',
  ],
});
