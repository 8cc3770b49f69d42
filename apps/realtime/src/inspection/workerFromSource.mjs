// A worker thread does not inherit tsx from the process that runs from source; the bundle has no need of this file.
import { register } from 'tsx/esm/api';

register();
await import(new URL('./inspectionWorker.ts', import.meta.url).href);
