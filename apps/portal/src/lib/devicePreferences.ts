/** Kinds of device a person chooses for meetings. */
export const deviceKinds = ['audioinput', 'videoinput', 'audiooutput'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What was chosen on this device, by kind; absent: the system's default. Also whether one goes in silent or unseen. */
export interface DevicePreferences {
  readonly audioinput?: string;
  readonly videoinput?: string;
  readonly audiooutput?: string;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
}

const storageKey = 'hemicycle.devices';
const plain: DevicePreferences = { microphoneOn: true, cameraOn: true };

/** Reads the choices kept on this device; storage may be refused or hold nonsense, then nothing was chosen. */
export function readDevicePreferences(
  storage: Pick<Storage, 'getItem'> | null = safeStorage(),
): DevicePreferences {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return plain;
    const values = stored as Record<string, unknown>;
    const chosen = deviceKinds.flatMap((kind) => {
      const id = values[kind];
      return typeof id === 'string' && id !== '' ? [[kind, id]] : [];
    });
    return {
      ...Object.fromEntries(chosen),
      microphoneOn: values.microphoneOn !== false,
      cameraOn: values.cameraOn !== false,
    };
  } catch {
    return plain;
  }
}

/** Keeps a change on this device. `undefined` for a kind takes its choice back. */
export function saveDevicePreferences(
  change: { readonly [K in keyof DevicePreferences]?: DevicePreferences[K] | undefined },
  storage: Pick<Storage, 'getItem' | 'setItem'> | null = safeStorage(),
): void {
  try {
    storage?.setItem(storageKey, JSON.stringify({ ...readDevicePreferences(storage), ...change }));
  } catch {
    // Full or refused storage: the choice holds for this page only.
  }
}

function safeStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
