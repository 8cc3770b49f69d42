import { capacity } from './capacity';
import { light } from './light';
import { manySmallPairs, manySmallTrios } from './manySmall';
import { presence } from './presence';
import type { Scenario } from './scenario';

export const scenarios: readonly Scenario[] = [light, capacity, manySmallPairs, manySmallTrios, presence];
