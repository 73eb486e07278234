import { z } from 'zod'

/**
 * How surely the identity provider knows who signed in: 1 a real-name account with a code sent to the phone,
 * 2 a face check against the identity card. Contract: docs/city-contract.md.
 */
export const AssuranceLevel = z.union([z.literal(1), z.literal(2)])
export type AssuranceLevel = z.infer<typeof AssuranceLevel>

/** The level as OpenID Connect names it, in `acr`. */
export const ACR = { 1: 'urn:bianban:acr:1', 2: 'urn:bianban:acr:2' } as const satisfies Record<AssuranceLevel, string>

/** Who signed in, as the provider vouches for it. */
export type Identity = {
  /** The address of the issuer, or the name it goes by here where its address changes. */
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly idNumber: string
  /** Mobile number of the account; absent when the provider holds none. */
  readonly mobile: string | undefined
  readonly level: AssuranceLevel
  /** Epoch milliseconds. */
  readonly at: number
}

/** A sign-in on its way: what must come back unchanged. Secret; kept sealed until it is used or expires. */
export const PendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  redirectUri: z.string(),
  level: AssuranceLevel,
})
export type PendingSignIn = z.infer<typeof PendingSignIn>

/** The city's identity provider, by OpenID Connect (authorization code with PKCE). */
export type IdentityProvider = {
  /**
   * Where to send the browser. The citizen is always asked anew, so that nobody goes on as whoever used the device before.
   * @throws AppError 'city-unavailable' when the provider cannot be reached.
   */
  readonly begin: (request: {
    redirectUri: string
    level: AssuranceLevel
  }) => Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  /**
   * Who came back, from the address the browser came back to.
   * @throws AppError 'unauthorized' when the answer does not belong to `pending`, was altered, or says less than the level
   *   asked for; 'city-unavailable' when the provider cannot be reached.
   */
  readonly complete: (pending: PendingSignIn, returned: URL) => Promise<Identity>
}
