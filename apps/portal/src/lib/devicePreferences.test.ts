import { expect, test } from '@jest/globals';
import { readDevicePreferences, saveDevicePreferences } from './devicePreferences';

function memory(initial?: string) {
  let value = initial ?? null;
  return {
    getItem: () => value,
    setItem: (_: string, next: string) => {
      value = next;
    },
  };
}

test('a choice is kept, and taken back with undefined', () => {
  const storage = memory();
  saveDevicePreferences({ videoinput: 'camera-1', cameraOn: false }, storage);
  saveDevicePreferences({ audioinput: 'microphone-1' }, storage);
  expect(readDevicePreferences(storage)).toEqual({
    videoinput: 'camera-1',
    audioinput: 'microphone-1',
    cameraOn: false,
    microphoneOn: true,
  });
  saveDevicePreferences({ videoinput: undefined }, storage);
  expect(readDevicePreferences(storage)).not.toHaveProperty('videoinput');
});

test.each(['null', '[]', '7', '{', '{"videoinput":5,"cameraOn":"no"}'])(
  '%s in storage chooses nothing',
  (value) => {
    expect(readDevicePreferences(memory(value))).toEqual({ microphoneOn: true, cameraOn: true });
  },
);

test('refused storage is no failure', () => {
  const refusing = {
    getItem: () => {
      throw new Error('refused');
    },
    setItem: () => {
      throw new Error('refused');
    },
  };
  expect(readDevicePreferences(refusing)).toEqual({ microphoneOn: true, cameraOn: true });
  expect(() => saveDevicePreferences({ cameraOn: false }, refusing)).not.toThrow();
});
