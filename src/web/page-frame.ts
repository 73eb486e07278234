import type { PageAsked } from '../wire.ts'
import { escapeHtml } from './plain-markdown.ts'
import type { Reading } from './reading.ts'

/** What a page of ours is made of: `main` is finished HTML; title and description are plain text. */
export type Page = {
  readonly kind: 'portal' | 'guide' | 'missing'
  readonly title: string
  readonly description: string
  readonly main: string
  /** Finished elements of the head besides the usual. */
  readonly head?: string
}

const LANGUAGES: readonly { readonly locale: PageAsked['locale']; readonly label: string }[] = [
  { locale: 'zh-Hans', label: '简体' },
  { locale: 'zh-Hant', label: '繁體' },
  { locale: 'en', label: 'English' },
]

/** This page in its other languages, for readers. */
function languageLinks({ say, locale, inLanguage }: Reading): string {
  const links = LANGUAGES.map(
    (each) =>
      `<a href="${escapeHtml(inLanguage(each.locale))}" hreflang="${each.locale}" lang="${each.locale}"${each.locale === locale ? ' aria-current="true"' : ''}>${each.label}</a>`,
  )
  return `<nav class="languages" aria-label="${say('language')}">${links.join('')}</nav>`
}

/** The same for search engines; the bare address answers in the reader's own language. */
function alternates({ address, inLanguage, kiosk }: Reading): string {
  if (kiosk) return '<meta name="robots" content="noindex">\n'
  const links = LANGUAGES.map(
    ({ locale }) => `<link rel="alternate" hreflang="${locale}" href="${escapeHtml(inLanguage(locale))}">\n`,
  )
  return `${links.join('')}<link rel="alternate" hreflang="x-default" href="${escapeHtml(address)}">\n`
}

/** A page as a whole HTML document, with the city's head and foot around it. Reading it needs no script. */
export function renderPage({ kind, title, description, main, head = '' }: Page, reading: Reading): string {
  const { say, to, locale, kiosk } = reading
  const portal = kind === 'portal'
  const account = portal
    ? `<a id="to-track" href="#track" hidden>${say('toTrack')}</a><span id="me"><a href="/auth/login?return=${encodeURIComponent(to('/'))}">${say('signIn')}</a></span>`
    : ''
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="theme-color" content="#07445c">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
${kind === 'missing' ? '' : alternates(reading)}${head}${kiosk ? '<script src="/assets/kiosk.js" defer></script>\n' : ''}</head>
<body class="${kind}${kiosk ? ' kiosk' : ''}">
<a class="skip" href="#${portal ? 'chat' : 'content'}">${say(portal ? 'skipToChat' : 'skipToText')}</a>
<header class="top">
<div class="wide">
<a class="brand" href="${escapeHtml(to('/'))}"><img src="/assets/mark.svg" alt="" width="40" height="40"><span>${say('brand')}<small>${say('brandNote')}</small></span></a>
${languageLinks(reading)}
${
  portal && !kiosk
    ? `<a class="easy" href="${escapeHtml(to('/?mode=elder'))}">${say('elderLook')}</a>
`
    : ''
}<nav class="account" aria-label="${say('mine')}">${account}<a class="hotline" href="tel:12345">12345<span> ${say('hotline')}</span></a></nav>
</div>
</header>
${main}
<footer class="bottom">
<div class="wide"><p>${say('demonstration')}</p><p>${say('unsure')} <a href="tel:12345">12345</a>${locale === 'en' ? '' : ' '}${say('unsureLine')}</p></div>
</footer>
</body>
</html>
`
}
