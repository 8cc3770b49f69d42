/** Second varint of a sync frame (y-protocols). Step 2 and update carry edits; step 1 carries a state vector. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;
