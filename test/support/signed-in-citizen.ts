import { openBrowser, signIn } from './sign-in.ts'
import type { Citizen } from './citizen.ts'

/** A signed-in citizen with a conversation of her own, without the chat. */
export async function openSignedIn(
  url: string,
  resident: string,
  level: 1 | 2,
): Promise<Pick<Citizen, 'id' | 'token' | 'call'> & { readonly cookie: string }> {
  const browser = openBrowser()
  await signIn(browser, url, { resident, level })
  const cookie = browser.cookies(url)
  const headers = { 'content-type': 'application/json' }
  const opened = await fetch(`${url}/api/conversations`, { method: 'POST', headers, body: '{}' })
  const { id, token } = (await opened.json()) as { id: string; token: string }
  return {
    id,
    token,
    cookie,
    call: (method, path, body, more = {}) =>
      fetch(`${url}${path}`, {
        method,
        headers: { ...headers, authorization: `Bearer ${token}`, cookie, ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}
