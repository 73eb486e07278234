/** A browser's cookies, by name; kept per host as a browser would for the two hosts a sign-in visits. */
export type Browser = {
  readonly visit: (url: string, options?: { method?: string; form?: Record<string, string> }) => Promise<Response>
  /** Follows redirects until there are none; the address it ended at. */
  readonly follow: (
    url: string,
    options?: { method?: string; form?: Record<string, string> },
  ) => Promise<{ url: string; response: Response }>
  readonly cookies: (url: string) => string
}

/** A browser without script: sends back the cookies it was given, to the origin that gave them. */
export function openBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const cookies = (url: string): string => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  const visit: Browser['visit'] = async (url, { method = 'GET', form } = {}) => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { cookie: cookies(url) },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const expired = attributes.some((one) => /^\s*expires=Thu, 01 Jan 1970/i.test(one))
      if (expired) jarOf(url).delete(pair.slice(0, at))
      else jarOf(url).set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  return {
    visit,
    cookies,
    follow: async (url, options) => {
      let at = url
      let response = await visit(at, options)
      for (let hops = 0; hops < 12 && response.status >= 300 && response.status < 400; hops++) {
        at = new URL(response.headers.get('location') ?? '', at).href
        response = await visit(at)
      }
      return { url: at, response }
    },
  }
}

/** Signs a synthetic resident in through the sandbox city's page. Returns where the browser ended. */
export async function signIn(
  browser: Browser,
  url: string,
  {
    resident,
    level = 1,
    way = level === 2 ? 'face' : 'sms',
    returnTo = '/healthz',
  }: {
    resident: string
    level?: 1 | 2
    way?: 'sms' | 'face'
    returnTo?: string
  },
): Promise<{ url: string; response: Response }> {
  const page = await browser.follow(`${url}/auth/login?level=${level}&return=${encodeURIComponent(returnTo)}`)
  const html = await page.response.text()
  const action = /action="([^"]+)"/.exec(html)?.[1]
  if (action === undefined) throw new Error(`no sign-in page but ${page.response.status}: ${html.slice(0, 500)}`)
  return browser.follow(new URL(action, page.url).href, { method: 'POST', form: { resident, way } })
}
