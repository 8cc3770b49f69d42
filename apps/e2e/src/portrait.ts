import type { Page } from '@playwright/test';

/**
 * Gives the page's camera a drawn person instead of Chromium's green test picture, for the README. The picture goes
 * through the call like any other. Call before the page loads.
 */
export async function drawPortrait(page: Page, hue: number): Promise<void> {
  await page.addInitScript((colour) => {
    const draw = (context: CanvasRenderingContext2D, moment: number) => {
      const { width, height } = context.canvas;
      const sway = Math.sin(moment / 900) * 2;
      const wall = context.createLinearGradient(0, 0, width, height);
      wall.addColorStop(0, `hsl(${colour} 28% 58%)`);
      wall.addColorStop(1, `hsl(${colour + 40} 34% 30%)`);
      context.fillStyle = wall;
      context.fillRect(0, 0, width, height);
      context.fillStyle = 'hsl(0 0% 100% / 0.14)';
      context.fillRect(width * 0.06, height * 0.1, width * 0.2, height * 0.42);
      const shape = (fill: string, x: number, y: number, wide: number, high: number) => {
        context.fillStyle = fill;
        context.beginPath();
        context.ellipse(x, y, wide, high, 0, 0, Math.PI * 2);
        context.fill();
      };
      const middle = width / 2 + sway;
      shape(`hsl(${colour + 180} 24% 26%)`, width / 2, height * 1.08, width * 0.24, height * 0.42);
      shape('hsl(28 42% 60%)', middle, height * 0.68, width * 0.045, height * 0.12);
      shape('hsl(28 46% 68%)', middle, height * 0.43, width * 0.095, height * 0.2);
      shape('hsl(26 30% 18%)', middle, height * 0.3, width * 0.1, height * 0.11);
    };
    const devices = navigator.mediaDevices;
    const native = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await native(wanted);
      const [camera] = stream.getVideoTracks();
      if (!camera) return stream;
      const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
      const context = canvas.getContext('2d');
      const [picture] = canvas.captureStream(10).getVideoTracks();
      if (!context || !picture) return stream;
      draw(context, 0);
      setInterval(() => draw(context, performance.now()), 100);
      picture.getSettings = () => camera.getSettings();
      stream.removeTrack(camera);
      stream.addTrack(picture);
      return stream;
    };
  }, hue);
}
