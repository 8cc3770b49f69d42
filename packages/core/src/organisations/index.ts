export { listOrganisations } from './listOrganisations';
export { listSpaceOrganisations } from './listSpaceOrganisations';
export { setOrganisationPolicy } from './setOrganisationPolicy';
export { shareSpace } from './shareSpace';
export { unshareSpace } from './unshareSpace';
