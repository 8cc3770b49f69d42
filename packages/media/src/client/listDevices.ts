export interface Device {
  readonly id: string;
  readonly label: string;
}

export interface DeviceList {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  readonly speakers: readonly Device[];
}

export const NO_DEVICES: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** The devices the browser tells; without permission they have no names and are left out. */
export async function listDevices(): Promise<DeviceList> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind): Device[] =>
    all
      .filter((device) => device.kind === kind && device.label !== '')
      .map((device) => ({ id: device.deviceId, label: device.label }));
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}
