/** `issuer` of the break-glass administrator's account and sessions: no token ever comes from there. */
export const BREAK_GLASS_ISSUER = 'urn:hemicycle:break-glass';
