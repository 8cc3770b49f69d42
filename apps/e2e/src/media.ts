import { expect, type Page } from '@playwright/test';

interface Received {
  videoFrames: number;
  audioBytes: number;
}

/** Remembers every peer connection a page makes, so that its statistics can be read. Call before the page loads. */
export async function rememberPeerConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Native = window.RTCPeerConnection;
    const all: RTCPeerConnection[] = [];
    Object.assign(window, { hemicyclePeers: all });
    window.RTCPeerConnection = new Proxy(Native, {
      construct(target, args, newTarget) {
        const peer = Reflect.construct(target, args, newTarget) as RTCPeerConnection;
        all.push(peer);
        return peer;
      },
    });
  });
}

/** Video frames decoded and audio bytes received so far, over all connections of the page. */
export function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const peers = (window as unknown as { hemicyclePeers: RTCPeerConnection[] }).hemicyclePeers;
    const sum = { videoFrames: 0, audioBytes: 0 };
    for (const peer of peers) {
      for (const report of (await peer.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        if (report.kind === 'video') sum.videoFrames += report.framesDecoded ?? 0;
        if (report.kind === 'audio') sum.audioBytes += report.bytesReceived ?? 0;
      }
    }
    return sum;
  });
}

/** ICE servers every connection of the page was given, as addresses. */
export function iceServers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const peers = (window as unknown as { hemicyclePeers: RTCPeerConnection[] }).hemicyclePeers;
    return peers.flatMap((peer) => (peer.getConfiguration().iceServers ?? []).flatMap(({ urls }) => urls));
  });
}

/** Waits until the page goes on decoding pictures and receiving sound: two growing readings, not one. */
export async function expectToSeeAndHear(page: Page): Promise<void> {
  const before = await received(page);
  await expect
    .poll(async () => (await received(page)).videoFrames, {
      message: 'video frames decoded',
      timeout: 30_000,
    })
    .toBeGreaterThan(before.videoFrames + 10);
  await expect
    .poll(async () => (await received(page)).audioBytes, { message: 'audio bytes received', timeout: 30_000 })
    .toBeGreaterThan(before.audioBytes + 1_000);
}
