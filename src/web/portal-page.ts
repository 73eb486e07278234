import type { GuideSummary, ServiceSummary } from '../wire.ts'
import { iconOf } from './icons.ts'
import { renderPage } from './page-frame.ts'
import { isPageWord } from './page-words.ts'
import { escapeHtml } from './plain-markdown.ts'
import type { Reading } from './reading.ts'
import { byHeading } from './topics.ts'

/** A guide that a question finds, with the sections of it that answer. */
export type Found = Pick<GuideSummary, 'id' | 'title' | 'titleEn'> & {
  readonly sections: readonly { readonly slug: string; readonly heading: string; readonly at: string }[]
}

/** What the portal lists. */
export type Portal = {
  readonly guides: readonly GuideSummary[]
  readonly services: readonly ServiceSummary[]
  /** Services that most people come for, in the order they are shown. */
  readonly popular: readonly ServiceSummary[]
  /** Matters that several services make up (高效办成一件事), in the order they are shown. */
  /** What was asked in the address, and what it finds; for who reads without script. */
  readonly asked?: { readonly question: string; readonly found: readonly Found[] } | undefined
  readonly bundles: readonly { readonly title: string; readonly titleEn: string; readonly guide: string }[]
}

function guideEntry(guide: GuideSummary, service: ServiceSummary | undefined, { say, nameOf, to }: Reading): string {
  const title = escapeHtml(nameOf(guide))
  const start =
    service === undefined
      ? ''
      : `<button type="button" data-service="${escapeHtml(service.id)}" aria-label="${say('startThing', { title })}" title="${say(service.completion)}" hidden>${say('start')}</button>`
  return `<li><a href="${escapeHtml(to(`/guides/${encodeURIComponent(guide.id)}`))}">${title}</a>${start}</li>`
}

/** Without script a bundle leads to the guide it starts from; with it, into the conversation. */
function bundleEntry(bundle: Portal['bundles'][number], { say, nameOf, to }: Reading): string {
  const title = nameOf(bundle)
  const short = escapeHtml(title.replace(/“一件事”$/, ''))
  return `<li><a href="${escapeHtml(to(`/guides/${encodeURIComponent(bundle.guide)}`))}" data-ask="${escapeHtml(say('wantThing', { title }))}">${short}</a></li>`
}

function askLink(words: string, { to }: Reading): string {
  return `<li><a href="${escapeHtml(to(`/?ask=${encodeURIComponent(words)}`))}" data-ask="${escapeHtml(words)}">${escapeHtml(words)}</a></li>`
}

/** The question, and some for those who do not know how to begin. */
function hero(portal: Portal, reading: Reading): string {
  const { say, kept } = reading
  const asked = say('asked').split('\n')
  return `<section class="hero" aria-labelledby="hero-title">
<h1 id="hero-title">${say('heroTitle')}</h1>
<p>${say('heroLead')}</p>
<form id="search" role="search" action="/">
${kept.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">\n`).join('')}<label for="question">${say('question')}</label>
<div class="search-row">
<input id="question" name="ask" type="search" value="${escapeHtml(portal.asked?.question ?? '')}" autocomplete="off" placeholder="${say('questionHint')}" required>
<button type="submit">${say('askBianban')}</button>
</div>
</form>
<ul class="asked" aria-label="${say('askedOften')}">${asked.map((words) => askLink(words, reading)).join('')}</ul>
</section>`
}

/** What a question finds in the guides, for who reads without script. */
function foundList({ asked }: Portal, { say, nameOf, to, locale, inScript }: Reading): string {
  if (asked === undefined) return ''
  const { question, found } = asked
  const entries = found.map((guide) => {
    const page = (fragment: string): string => escapeHtml(to(`/guides/${encodeURIComponent(guide.id)}${fragment}`))
    const sections = guide.sections.map(({ slug, heading, at }) => {
      const own = locale === 'en' && isPageWord(slug) ? say(slug) : inScript(heading)
      return `<li><a href="${page(`#${at}`)}">${escapeHtml(own)}</a></li>`
    })
    return `<li><a href="${page('')}"><strong>${escapeHtml(nameOf(guide))}</strong></a><ul>${sections.join('')}</ul></li>`
  })
  const list =
    entries.length === 0 ? `<p>${say('foundNothing')}</p>` : `<ul class="found-guides">${entries.join('')}</ul>`
  return `<h2>${escapeHtml(say('foundFor', { question }))}</h2>\n${list}\n`
}

const chat = (
  portal: Portal,
  reading: Reading,
): string => `<section id="chat" class="counter" aria-label="${reading.say('chat')}" tabindex="-1">
<bianban-chat locale="${reading.locale}"></bianban-chat>
<noscript><div class="scriptless">${foundList(portal, reading)}<p>${reading.say('chatNeedsScript')}</p></div></noscript>
</section>`

const cases = ({ say }: Reading): string => `<section id="cases" class="panel" aria-labelledby="cases-title" hidden>
<h2 id="cases-title">${say('myCases')}</h2>
<ul class="cases" aria-live="polite"></ul>
</section>`

const track = ({ say }: Reading): string => `<section id="track" class="panel" aria-labelledby="track-title" hidden>
<h2 id="track-title">${say('track')}</h2>
<p class="note">${say('trackNote')}</p>
<form>
<label>${say('receiptNumber')}<input name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required></label>
<label>${say('queryCode')}<input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required></label>
<button type="submit">${say('trackNow')}</button>
</form>
<div class="found" role="status"></div>
</section>`

const promises = ({ say }: Reading): string => `<section aria-labelledby="promises-title">
<h2 id="promises-title">${say('promises')}</h2>
<ul class="promises">
<li><strong>${say('sourced')}</strong>${say('sourcedNote')}</li>
<li><strong>${say('yours')}</strong>${say('yoursNote')}</li>
<li><strong>${say('person')}</strong>${say('personNote')}</li>
</ul>
</section>`

/** Guides under the headings people look for, and a way straight to each heading. */
function servicesSection({ guides, services }: Portal, reading: Reading): string {
  const { say } = reading
  const serviceOf = new Map(services.map((service) => [service.id, service]))
  const topics = byHeading(guides).map((topic, at) => ({ ...topic, id: `topic-${at + 1}` }))
  const ways = topics.map(
    ({ heading, icon, id }) => `<li><a href="#${id}">${iconOf(icon)}<span>${say(heading)}</span></a></li>`,
  )
  const lists = topics.map(({ heading, things, id }) => {
    const entries = things.map((guide) => guideEntry(guide, serviceOf.get(guide.service ?? ''), reading))
    return `<section class="topic" id="${id}"><h3>${say(heading)}</h3><ul class="links">${entries.join('')}</ul></section>`
  })
  return `<section aria-labelledby="services-title">
<h2 id="services-title">${say('services')}</h2>
<p class="note">${say('servicesNote')}</p>
<nav aria-label="${say('byTopic')}"><ul class="ways">${ways.join('')}</ul></nav>
<div id="services" class="topics">${lists.join('\n')}</div>
</section>`
}

function popularSection({ guides, popular }: Portal, reading: Reading): string {
  const entries = popular.flatMap((service) => {
    const guide = guides.find(({ id }) => id === service.guide)
    return guide === undefined ? [] : [guideEntry({ ...guide, ...namesOf(service) }, service, reading)]
  })
  if (entries.length === 0) return ''
  const { say } = reading
  return `<section aria-labelledby="popular-title">
<h2 id="popular-title">${say('popular')}</h2>
<div id="popular" class="topic popular"><ul class="links">${entries.join('')}</ul></div>
</section>`
}

const namesOf = ({ title, titleEn }: ServiceSummary) => ({ title, titleEn })

function bundlesSection({ bundles }: Portal, reading: Reading): string {
  if (bundles.length === 0) return ''
  const { say } = reading
  return `<section aria-labelledby="bundles-title">
<h2 id="bundles-title">${say('bundles')}</h2>
<p class="note">${say('bundlesNote')}</p>
<ul id="bundles" class="tiles">${bundles.map((bundle) => bundleEntry(bundle, reading)).join('')}</ul>
</section>`
}

/**
 * The city's service page as a whole HTML document, readable without script: search box, conversation, one-thing bundles
 * and every guide under the headings people look for. All text is escaped.
 */
export function renderPortalPage(portal: Portal, reading: Reading): string {
  const { say } = reading
  const shelf = [
    cases(reading),
    popularSection(portal, reading),
    bundlesSection(portal, reading),
    servicesSection(portal, reading),
    track(reading),
    promises(reading),
  ]
  return renderPage(
    {
      kind: 'portal',
      title: say('portalTitle'),
      description: say('portalAbout'),
      head: `<script src="/assets/bianban-chat.js" defer></script>
<script src="/assets/portal.js" defer></script>
`,
      main: `<main class="columns">
${hero(portal, reading)}
${chat(portal, reading)}
<div class="shelf">
${shelf.filter((part) => part !== '').join('\n')}
</div>
</main>`,
    },
    reading,
  )
}
