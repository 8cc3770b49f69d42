export { type Arrangement, arrangeStage, type LayoutChoice } from './arrangeStage';
export { Call, type CallOptions } from './Call';
export type {
  CallEnd,
  CallNotice,
  CallParticipant,
  CallSnapshot,
  CallState,
  ShownDocument,
  VideoTrack,
} from './callTypes';
export type { DeviceProblem } from './deviceProblem';
export { fitGrid, type Grid } from './fitGrid';
export { LocalMedia, type LocalMediaSnapshot, type Source, type SourceState } from './LocalMedia';
export type { Device, DeviceList } from './listDevices';
export { meterMicrophone, segmentsOf } from './meterMicrophone';
export { playTestSound } from './playTestSound';
