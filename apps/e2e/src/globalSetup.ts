import { environment } from './environment';
import { startHouse } from './openHouse';

/** Starts the whole house on free ports, unless the scenarios are pointed at one that runs. */
export default async function globalSetup(): Promise<void> {
  if (!environment.runningUrl && !environment.houseIsGiven) await startHouse();
}
