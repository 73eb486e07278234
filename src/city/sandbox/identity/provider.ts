import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider, type Configuration, errors, interactionPolicy } from 'oidc-provider'
import { z } from 'zod'
import { readBody } from '../../bounded-body.ts'
import { ACR } from '../../identity.ts'
import type { Residents } from '../residents.ts'
import { openKeepsake } from './keepsake.ts'
import { IDENTITY_PATH } from './path.ts'
import { signInPage } from './sign-in-page.ts'

/** The client that Bianban is; its redirects may use any port of this machine (RFC 8252 §7.3). */
const CLIENT = {
  client_id: 'bianban',
  application_type: 'native' as const,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  redirect_uris: ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}/auth/callback`),
}

const BODY_LIMIT_BYTES = 8 * 1024
const SignInForm = z.object({ resident: z.string(), way: z.enum(['sms', 'face']) })
const ClaimsParameter = z.object({ id_token: z.object({ acr: z.object({ values: z.array(z.string()) }) }) })
const INTERACTION = new RegExp(`^${IDENTITY_PATH}/interaction/([\\w-]+)(/cancel)?$`)

/** The sandbox city's identity provider on node's own HTTP server. */
export type SandboxIdentity = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly close: () => void
}

/** Opens the provider. `origin`: `http://127.0.0.1:port` of the sandbox city. */
export function openIdentity(
  folder: string,
  { origin, residents, now }: { readonly origin: string; readonly residents: Residents; readonly now: () => number },
): SandboxIdentity {
  const keepsake = openKeepsake(folder, now)
  const provider = new Provider(`${origin}${IDENTITY_PATH}`, {
    ...SETTINGS,
    findAccount: findAccountAmong(residents),
    adapter: keepsake.adapter,
    jwks: { keys: [keepsake.signingKey()] },
    cookies: { keys: [keepsake.cookieKey()] },
  })
  const protocol = provider.callback()

  const interaction = async (request: IncomingMessage, response: ServerResponse, cancelled: boolean): Promise<void> => {
    if (cancelled) {
      await provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'the citizen went back',
      })
      return
    }
    const { uid, params } = await provider.interactionDetails(request, response)
    const action = `${IDENTITY_PATH}/interaction/${uid}`
    if (request.method === 'POST') {
      const form = new URLSearchParams(await readBody(request.iterator({ destroyOnReturn: false }), BODY_LIMIT_BYTES))
      const { resident, way } = SignInForm.parse(Object.fromEntries(form))
      if (residents.find(resident) === undefined) throw new errors.InvalidRequest('no such resident')
      const login = { accountId: resident, acr: ACR[way === 'face' ? 2 : 1], amr: [way], remember: false }
      await provider.interactionFinished(request, response, { login })
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.end(
      signInPage({
        action,
        cancel: `${action}/cancel`,
        face: asksForFace(params['claims']),
        residents: residents.offered,
      }),
    )
  }

  return {
    answer: async (request, response) => {
      const [, , cancel] = INTERACTION.exec(request.url?.split('?', 1)[0] ?? '') ?? []
      if (INTERACTION.test(request.url?.split('?', 1)[0] ?? '')) {
        await interaction(request, response, cancel !== undefined)
        return
      }
      // The library finds its own mount path in what Express would leave behind.
      const mounted = request as IncomingMessage & { originalUrl?: string }
      mounted.originalUrl = request.url ?? '/'
      request.url = (request.url ?? '').slice(IDENTITY_PATH.length) || '/'
      await protocol(request, response)
    },
    close: keepsake.close,
  }
}

/** The library asks native clients for a page more; here the sign-in page is that page. */
function signInOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy.get('consent')?.checks.remove('native_client_prompt')
  return policy
}

/** Whether the client takes nothing less than a face check. */
function asksForFace(claims: unknown): boolean {
  const asked = ClaimsParameter.safeParse(typeof claims === 'string' ? JSON.parse(claims) : claims)
  return asked.data?.id_token.acr.values.every((value) => value === ACR[2]) ?? false
}

const SETTINGS: Configuration = {
  clients: [CLIENT],
  acrValues: [ACR[1], ACR[2]],
  claims: {
    openid: ['sub', 'acr', 'auth_time'],
    profile: ['name', 'id_number'],
    phone: ['phone_number'],
    acr: null,
  },
  scopes: ['openid', 'profile', 'phone'],
  conformIdTokenClaims: false,
  features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false }, userinfo: { enabled: false } },
  pkce: { required: () => true },
  ttl: { Interaction: 600, Session: 600, AuthorizationCode: 60, AccessToken: 60, IdToken: 300, Grant: 600 },
  interactions: { policy: signInOnly(), url: (_context, { uid }) => `${IDENTITY_PATH}/interaction/${uid}` },
  /** The city's own client needs no consent page: what it may read is what the citizen consents to there, registry by registry. */
  loadExistingGrant: async ({ oidc }) => {
    const clientId = oidc.client?.clientId ?? ''
    const accountId = oidc.session?.accountId ?? ''
    const grant = new oidc.provider.Grant({ clientId, accountId })
    grant.addOIDCScope('openid profile phone')
    grant.addOIDCClaims(['name', 'id_number', 'phone_number', 'acr'])
    await grant.save()
    return grant
  },
}

function findAccountAmong(residents: Residents): Configuration['findAccount'] {
  return (_context, idNumber) => {
    const resident = residents.find(idNumber)
    if (resident === undefined) return undefined
    const { name, mobile } = resident
    return {
      accountId: idNumber,
      claims: () => ({ sub: subjectOf(idNumber), name, id_number: idNumber, phone_number: mobile }),
    }
  }
}

/** The subject that clients see; the sandbox has no reason to hide its synthetic numbers, but a subject is no identity number. */
function subjectOf(idNumber: string): string {
  return `resident-${idNumber.slice(-8)}`
}
