/** Path under which the identity provider stands; part of its issuer. */
export const IDENTITY_PATH = '/identity'
