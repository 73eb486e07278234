import { readReply, type Citizen } from './citizen.ts'
import { openBrowser, signIn, type Browser } from './sign-in.ts'

export type SignedInCitizen = Citizen & { readonly cookie: string; readonly browser: Browser }

/** A signed-in citizen with a conversation of her own. `channel: 'text'` stands for a channel without buttons. */
export async function openSignedIn(
  url: string,
  resident: string,
  level: 1 | 2,
  channel: string = 'web',
): Promise<SignedInCitizen> {
  const browser = openBrowser()
  await signIn(browser, url, { resident, level })
  const cookie = browser.cookies(url)
  const headers = { 'content-type': 'application/json' }
  const opened = await fetch(`${url}/api/conversations`, { method: 'POST', headers, body: '{}' })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  const call: Citizen['call'] = (method, path, body, more = {}) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}`, cookie: browser.cookies(url), ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    id,
    token,
    cookie,
    browser,
    call,
    say: async (message) => readReply(await call('POST', '/api/chat', { id, message, channel })),
  }
}
