import { DomainError } from '@hemicycle/contracts';
import { defineHandlers } from '../defineHandlers';

export const keycloakWebhookHandlers = defineHandlers({
  /** Keycloak posts the form field `logout_token`; its signature is what authenticates it. */
  'POST /webhooks/keycloak/logout': async (_op, { bytes, auth }) => {
    const token = new URLSearchParams(new TextDecoder().decode(bytes)).get('logout_token');
    if (token === null) throw new DomainError('invalid_input', 'logout_token is missing');
    await auth.endByLogoutToken(token);
  },
});
