import type { Way } from '../way';
import { disabledAtKeycloak } from './disabledAtKeycloak';
import { grantExpired } from './grantExpired';
import { linkRevoked } from './linkRevoked';
import { removedFromGroup } from './removedFromGroup';
import { removedFromSpace } from './removedFromSpace';
import { signedOutAtKeycloak } from './signedOutAtKeycloak';

export const WAYS: readonly Way[] = [
  removedFromSpace,
  removedFromGroup,
  signedOutAtKeycloak,
  disabledAtKeycloak,
  grantExpired,
  linkRevoked,
];
