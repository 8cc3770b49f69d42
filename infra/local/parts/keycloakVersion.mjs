/** The identity server we run and test with, and what its archive must hash to. */
export const KEYCLOAK_VERSION = '26.7.2';
export const KEYCLOAK_SHA256 = '744ced2aee48932be2de935ff380085ebded737655c0986aa3512bbcec62f69b';
