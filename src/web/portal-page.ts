import type { GuideSummary, ServiceSummary } from '../wire.ts'
import { iconOf } from './icons.ts'
import { renderPage } from './page-frame.ts'
import { escapeHtml } from './plain-markdown.ts'
import { byHeading } from './topics.ts'

/** What the portal lists. */
export type Portal = {
  readonly guides: readonly GuideSummary[]
  readonly services: readonly ServiceSummary[]
  /** Matters that several services make up (高效办成一件事), in the order they are shown. */
  readonly bundles: readonly { readonly title: string; readonly guide: string }[]
}

const WAY: Readonly<Record<ServiceSummary['completion'], string>> = {
  online: '在线填写、提交',
  appointment: '先填表，再到现场',
}

/** Questions for those who do not know how to begin. */
const ASKED = ['身份证丢了怎么补？', '生孩子能领什么补贴？', '公积金怎么提取？', '退休要办哪些手续？']

function guideEntry(guide: GuideSummary, service: ServiceSummary | undefined): string {
  const title = escapeHtml(guide.title)
  const start =
    service === undefined
      ? ''
      : `<button type="button" data-service="${escapeHtml(service.id)}" aria-label="开始办：${title}" title="${WAY[service.completion]}" hidden>开始办</button>`
  return `<li><a href="/guides/${encodeURIComponent(guide.id)}">${title}</a>${start}</li>`
}

/** Without script a bundle leads to the guide it starts from; with it, into the conversation. */
function bundleEntry({ title, guide }: Portal['bundles'][number]): string {
  const short = escapeHtml(title.replace(/“一件事”$/, ''))
  return `<li><a href="/guides/${encodeURIComponent(guide)}" data-ask="我要办${escapeHtml(title)}">${short}</a></li>`
}

const askLink = (words: string): string =>
  `<li><a href="/?ask=${encodeURIComponent(words)}" data-ask="${escapeHtml(words)}">${escapeHtml(words)}</a></li>`

const HERO = `<section class="hero" aria-labelledby="hero-title">
<h1 id="hero-title">想办什么，问一句就行</h1>
<p>说清楚您的情况，边办告诉您怎么办、带什么、多久、多少钱；能在线办的，当场陪您填好、核对、提交。</p>
<form id="search" role="search" action="/">
<label for="question">您想办什么事？</label>
<div class="search-row">
<input id="question" name="ask" type="search" autocomplete="off" placeholder="例如：身份证丢了怎么补" required>
<button type="submit">问边办</button>
</div>
</form>
<ul class="asked" aria-label="大家常问">${ASKED.map(askLink).join('')}</ul>
</section>`

const CHAT = `<section id="chat" class="counter" aria-label="对话" tabindex="-1">
<bianban-chat></bianban-chat>
<noscript><p>对话需要开启浏览器脚本。您也可以看下面的办事指南，或者拨打 12345 政务服务便民热线。</p></noscript>
</section>`

const CASES = `<section id="cases" class="panel" aria-labelledby="cases-title" hidden>
<h2 id="cases-title">我的办件</h2>
<ul class="cases" aria-live="polite"></ul>
</section>`

const TRACK = `<section id="track" class="panel" aria-labelledby="track-title" hidden>
<h2 id="track-title">查办件进度</h2>
<p class="note">不用登录：填回执上的受理编号和查询码就能查。</p>
<form>
<label>受理编号<input name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required></label>
<label>查询码<input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required></label>
<button type="submit">查进度</button>
</form>
<div class="found" role="status"></div>
</section>`

const PROMISES = `<section aria-labelledby="promises-title">
<h2 id="promises-title">您可以放心</h2>
<ul class="promises">
<li><strong>句句有出处</strong>回答里的金额、天数、材料都来自办事指南，点编号就能看原文。</li>
<li><strong>提交由您定</strong>每一项都标明从哪来，您确认之前什么都不会提交。</li>
<li><strong>随时找人工</strong>说“找人工”就登记工单，也可以直接拨打 12345。</li>
</ul>
</section>`

/** Guides under the headings people look for, and a way straight to each heading. */
function servicesSection({ guides, services }: Portal): string {
  const serviceOf = new Map(services.map((service) => [service.id, service]))
  const topics = byHeading(guides).map((topic, at) => ({ ...topic, id: `topic-${at + 1}` }))
  const ways = topics.map(
    ({ heading, icon, id }) => `<li><a href="#${id}">${iconOf(icon)}<span>${escapeHtml(heading)}</span></a></li>`,
  )
  const lists = topics.map(({ heading, things, id }) => {
    const entries = things.map((guide) => guideEntry(guide, serviceOf.get(guide.service ?? '')))
    return `<section class="topic" id="${id}"><h3>${escapeHtml(heading)}</h3><ul class="links">${entries.join('')}</ul></section>`
  })
  return `<section aria-labelledby="services-title">
<h2 id="services-title">办事指南</h2>
<p class="note">点标题看指南；点“开始办”就在对话里填表，提交之前都由您核对确认。</p>
<nav aria-label="按类别找"><ul class="ways">${ways.join('')}</ul></nav>
<div id="services" class="topics">${lists.join('\n')}</div>
</section>`
}

function bundlesSection({ bundles }: Portal): string {
  if (bundles.length === 0) return ''
  return `<section aria-labelledby="bundles-title">
<h2 id="bundles-title">高效办成一件事</h2>
<p class="note">几件事一起办：该问的只问一次。</p>
<ul id="bundles" class="tiles">${bundles.map(bundleEntry).join('')}</ul>
</section>`
}

/**
 * The city's service page as a whole HTML document, readable without script: search box, conversation, one-thing bundles
 * and every guide under the headings people look for. All text is escaped.
 */
export function renderPortalPage(portal: Portal): string {
  return renderPage({
    kind: 'portal',
    title: '边办 · 厦门政务服务助手',
    description: '边聊边办：问清楚怎么办、要带什么、多久、多少钱，并在同一个对话里填表、核对、提交、查进度。',
    head: `<script src="/assets/bianban-chat.js" defer></script>
<script src="/assets/portal.js" defer></script>
`,
    main: `<main class="columns">
${HERO}
${CHAT}
<div class="shelf">
${[CASES, bundlesSection(portal), servicesSection(portal), TRACK, PROMISES].filter((part) => part !== '').join('\n')}
</div>
</main>`,
  })
}
