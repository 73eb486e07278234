import type { Configuration } from 'openid-client'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ACR, type AssuranceLevel, type Identity, type IdentityProvider } from './identity.ts'

type IdentityOptions = {
  readonly issuer: string
  /**
   * What the issuer is called where citizens are kept, in place of its address: for a provider whose address changes.
   * No URL, so that no other issuer is ever called the same.
   */
  readonly issuerName?: string | undefined
  readonly clientId: string
  /** Absent for a public client, which PKCE protects. */
  readonly clientSecret?: string | undefined
  readonly timeoutMs: number
  readonly clock: () => number
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().min(1),
  id_number: z.string().min(1),
  phone_number: z.string().optional(),
  acr: z.enum([ACR[1], ACR[2]]),
})

/** Failures of the other side or of the way there; everything else is an answer that may not be believed. */
const UNREACHABLE = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_HTTP_REQUEST_FORBIDDEN'])

/** The identity provider over OpenID Connect. The library is loaded, and the provider asked for its addresses, at the first sign-in. */
export function createIdentityProvider(options: IdentityOptions): IdentityProvider {
  let discovered: Promise<Configuration> | undefined

  const configuration = async (): Promise<Configuration> => {
    discovered ??= discover(options)
    try {
      return await discovered
    } catch (cause) {
      discovered = undefined
      throw unavailable(cause)
    }
  }

  return {
    async begin({ redirectUri, level }) {
      const client = await import('openid-client')
      const config = await configuration()
      const codeVerifier = client.randomPKCECodeVerifier()
      const pending = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier, redirectUri, level }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile phone',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        prompt: 'login',
        claims: JSON.stringify({ id_token: { acr: { essential: true, values: acrFrom(level) } } }),
      })
      return { url: url.href, pending }
    },

    async complete(pending, returned) {
      const client = await import('openid-client')
      const config = await configuration()
      try {
        const tokens = await client.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: pending.codeVerifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        })
        const known = vouchedFor(Claims.parse(tokens.claims()), pending.level, options.clock())
        return { ...known, issuer: options.issuerName ?? known.issuer }
      } catch (cause) {
        throw failed(cause)
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret, timeoutMs }: IdentityOptions): Promise<Configuration> {
  const client = await import('openid-client')
  const address = new URL(issuer)
  const loopback = address.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)
  return client.discovery(address, clientId, clientSecret, clientSecret === undefined ? client.None() : undefined, {
    timeout: timeoutMs / 1000,
    // The sandbox city on this very machine speaks plain HTTP; every other provider must not.
    execute: loopback ? [client.allowInsecureRequests] : [],
  })
}

function acrFrom(level: AssuranceLevel): string[] {
  return level === 1 ? [ACR[1], ACR[2]] : [ACR[2]]
}

function vouchedFor(claims: z.infer<typeof Claims>, asked: AssuranceLevel, at: number): Identity {
  const level = claims.acr === ACR[2] ? 2 : 1
  if (level < asked) throw AppError.saying('unauthorized', 'level-too-low')
  const { iss: issuer, sub: subject, name, id_number: idNumber, phone_number: mobile } = claims
  return { issuer, subject, name, idNumber, mobile, level, at }
}

function failed(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (cause instanceof TypeError || UNREACHABLE.has(code)) return unavailable(cause)
  return AppError.saying('unauthorized', 'sign-in-unfinished', { cause })
}

function unavailable(cause: unknown): AppError {
  return AppError.saying('city-unavailable', 'identity-away', { cause })
}
