import type { GuideSummary, ServiceSummary } from '../wire.ts'
import { escapeHtml } from './plain-markdown.ts'
import { byHeading } from './topics.ts'

/** What the portal lists. */
export type Portal = {
  readonly guides: readonly GuideSummary[]
  readonly services: readonly ServiceSummary[]
  /** Matters that several services make up (高效办成一件事). */
  readonly bundles: readonly { readonly title: string; readonly guide: string }[]
}

const WAY: Readonly<Record<ServiceSummary['completion'], string>> = {
  online: '在线填写、提交',
  appointment: '先填表，再到现场',
}

function guideEntry(guide: GuideSummary, service: ServiceSummary | undefined): string {
  const title = escapeHtml(guide.title)
  const start =
    service === undefined
      ? ''
      : `<button type="button" data-service="${escapeHtml(service.id)}" aria-label="开始办：${title}" title="${WAY[service.completion]}" hidden>开始办</button>`
  return `<li><a href="/guides/${encodeURIComponent(guide.id)}">${title}</a>${start}</li>`
}

function topicSection(heading: string, entries: readonly string[]): string {
  return `<section class="topic"><h3>${escapeHtml(heading)}</h3><ul class="links">${entries.join('')}</ul></section>`
}

/** Without script a bundle leads to the guide it starts from; with it, into the conversation. */
function bundleEntry({ title, guide }: Portal['bundles'][number]): string {
  const short = escapeHtml(title.replace(/“一件事”$/, ''))
  return `<li><a href="/guides/${encodeURIComponent(guide)}" data-ask="我要办${escapeHtml(title)}">${short}</a></li>`
}

/**
 * The city's service page as a whole HTML document, readable without script: search box, conversation, one-thing bundles
 * and every guide under the headings people look for. All text is escaped.
 */
export function renderPortalPage({ guides, services, bundles }: Portal): string {
  const serviceOf = new Map(services.map((service) => [service.id, service]))
  const topics = byHeading(guides).map(({ heading, things }) =>
    topicSection(
      heading,
      things.map((guide) => guideEntry(guide, serviceOf.get(guide.service ?? ''))),
    ),
  )
  const things =
    bundles.length === 0
      ? ''
      : `<section aria-labelledby="bundles-title">
<h2 id="bundles-title">高效办成一件事</h2>
<p class="note">几件事一起办：该问的只问一次。</p>
<ul id="bundles" class="tiles">${bundles.map(bundleEntry).join('')}</ul>
</section>`
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>边办 · 厦门政务服务助手</title>
<meta name="description" content="边聊边办：问清楚怎么办、要带什么、多久、多少钱，并在同一个对话里填表、核对、提交、查进度。">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
<script src="/assets/bianban-chat.js" defer></script>
<script src="/assets/portal.js" defer></script>
</head>
<body class="portal">
<a class="skip" href="#chat">跳到对话</a>
<header class="top">
<div class="wide">
<a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="36" height="36"><span>边办<small>厦门政务服务助手</small></span></a>
<nav class="account" aria-label="我的"><span id="me"><a href="/auth/login">登录</a></span><a class="hotline" href="tel:12345">12345 热线</a></nav>
</div>
</header>
<main class="wide columns">
<section class="hero" aria-labelledby="hero-title">
<h1 id="hero-title">想办什么，问一句就行</h1>
<p>说清楚您的情况，边办告诉您怎么办、带什么、多久、多少钱；能在线办的，当场陪您填好、核对、提交。</p>
<form id="search" role="search">
<label for="question">您想办什么事？</label>
<div class="search-row">
<input id="question" name="ask" type="search" autocomplete="off" placeholder="例如：身份证丢了怎么补" required>
<button type="submit">问边办</button>
</div>
</form>
</section>
<section id="chat" class="counter" aria-label="对话" tabindex="-1">
<bianban-chat></bianban-chat>
<noscript><p>对话需要开启浏览器脚本。您也可以看下面的办事指南，或者拨打 12345 政务服务便民热线。</p></noscript>
</section>
<div class="shelf">
<section id="cases" aria-labelledby="cases-title" hidden>
<h2 id="cases-title">我的办件</h2>
<ul class="cases" aria-live="polite"></ul>
</section>
${things}
<section aria-labelledby="services-title">
<h2 id="services-title">办事指南</h2>
<p class="note">点标题看指南；点“开始办”就在对话里填表，提交之前都由您核对确认。</p>
<div id="services" class="topics">${topics.join('\n')}</div>
</section>
<section aria-labelledby="promises-title">
<h2 id="promises-title">您可以放心</h2>
<ul class="promises">
<li><strong>句句有出处</strong>回答里的金额、天数、材料都来自办事指南，点编号就能看原文。</li>
<li><strong>提交由您定</strong>每一项都标明从哪来，您确认之前什么都不会提交。</li>
<li><strong>随时找人工</strong>说“找人工”就登记工单，也可以直接拨打 12345。</li>
</ul>
</section>
</div>
</main>
<footer class="bottom">
<div class="wide"><p>边办是示范系统，不代表任何政府部门；事项以办理窗口和主管部门公布的为准。</p></div>
</footer>
</body>
</html>
`
}
