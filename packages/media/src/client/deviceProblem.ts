import { MediaDeviceFailure } from 'livekit-client';

/** Why a device does not give a picture or sound; each has its own words and its own way out. */
export type DeviceProblem = 'denied' | 'missing' | 'busy' | 'unsupported' | 'failed';

export function deviceProblem(error: unknown): DeviceProblem {
  // Browsers hide capture altogether on pages that are not secure.
  if (typeof navigator === 'undefined' || !navigator.mediaDevices) return 'unsupported';
  switch (MediaDeviceFailure.getFailure(error)) {
    case MediaDeviceFailure.PermissionDenied:
      return 'denied';
    case MediaDeviceFailure.NotFound:
      return 'missing';
    case MediaDeviceFailure.DeviceInUse:
      return 'busy';
    default:
      return error instanceof DOMException && error.name === 'OverconstrainedError' ? 'missing' : 'failed';
  }
}
