// Without Yjs: any page may ask what is kept on this device, and have it removed.
export type { CopyAccount, CopyRecord } from './CopyRecord';
export { CopyStore } from './CopyStore';
export { removeCopies } from './removeCopies';
