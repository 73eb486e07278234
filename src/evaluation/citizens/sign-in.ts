import { AppError } from '../../errors.ts'
import type { CitizenDesk, SignedIn } from '../../services/index.ts'

/** Nobody listens there: the way back is read from the redirect. */
const BACK = 'http://localhost/auth/callback'
/** Most redirects that are followed. */
const MOST_HOPS = 12

/** How often a city that did not answer is asked again; it is none of the engine's doing. */
const TRIES = 3

/** Signs a synthetic resident of the sandbox city in, by its own page. Gives the citizen and the token of her session. */
export async function signIn(citizens: CitizenDesk, resident: string): Promise<SignedIn & { readonly token: string }> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await signInOnce(citizens, resident)
    } catch (error) {
      const isCity = error instanceof TypeError || (error instanceof AppError && error.code === 'city-unavailable')
      if (!isCity || tried >= TRIES) throw error
    }
  }
}

async function signInOnce(citizens: CitizenDesk, resident: string): Promise<SignedIn & { readonly token: string }> {
  const { url, ticket } = await citizens.beginSignIn({ redirectUri: BACK, level: 2, returnTo: '/' })
  const cookies = new Map<string, string>()
  const page = await follow(url, cookies)
  const html = typeof page === 'string' ? '' : await page.response.text()
  const action = /action="([^"]+)"/.exec(html)?.[1]
  if (typeof page === 'string' || action === undefined) throw failed('there is no page to sign in at')
  const form = new URLSearchParams({ resident, way: 'face' })
  const returned = await follow(new URL(action, page.at).href, cookies, form)
  if (typeof returned !== 'string') throw failed('the page did not send the citizen back')
  const { token } = await citizens.completeSignIn({ ticket, returned: new URL(returned), earlier: undefined })
  const citizen = await citizens.whoIs(token)
  if (citizen === undefined) throw failed('the session is not known')
  return { ...citizen, token }
}

/** Follows redirects: the page where they end, or the address of ours to which they lead back. */
async function follow(
  from: string,
  cookies: Map<string, string>,
  form?: URLSearchParams,
): Promise<string | { readonly at: string; readonly response: Response }> {
  let at = from
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = hop === 0 && form !== undefined ? { method: 'POST', body: form } : {}
    const response = await fetch(at, { ...sent, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) return { at, response }
    at = new URL(location, at).href
    if (at.startsWith(BACK)) return at
  }
  throw failed('it is sent on and on')
}

function failed(why: string): AppError {
  return new AppError('internal', `A citizen of a suite could not sign in: ${why}.`)
}
