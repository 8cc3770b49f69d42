import { capacity } from './capacity';
import { joinLarge } from './join';
import { light } from './light';
import { manySmallPairs, manySmallTrios } from './manySmall';
import { presence } from './presence';
import type { Scenario } from './scenario';
import { tracePaper, tracePaperRaw, traceTwoWriters } from './trace';

export const scenarios: readonly Scenario[] = [
  light,
  capacity,
  manySmallPairs,
  manySmallTrios,
  presence,
  joinLarge,
  tracePaper,
  tracePaperRaw,
  traceTwoWriters,
];
