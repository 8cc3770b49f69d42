export { enterAsGuest, type OpenGuestSession } from './enterAsGuest';
export { expireGuests } from './expireGuests';
export { askForCode, makeCode } from './guestCodes';
export { GUEST_ISSUER } from './guestIdentity';
export { inviteGuest } from './inviteGuest';
export { listGuests } from './listGuests';
export { lookAtDoor } from './lookAtDoor';
export { removeGuest } from './removeGuest';
export { askForWayIn, makeInvitation, makeWayBack, makeWaysBack, type WayIn } from './waysIn';
