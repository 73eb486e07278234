import type { GuideView } from '../wire.ts'
import { createMarkdown, escapeHtml } from './plain-markdown.ts'

/** Links in a guide are kept when they lead to a secured page; anything else is its text alone. */
const markdown = createMarkdown((href, label) =>
  /^https:\/\/[^\s"'<>]+$/.test(href) ? `<a href="${escapeHtml(href)}" rel="noopener">${label}</a>` : label,
)

type Section = GuideView['sections'][number]
/** A heading of the page with the sections below it: questions of 常见问题 stand together, every other section alone. */
type Chapter = { readonly slug: string; readonly heading: string; readonly sections: readonly Section[] }

function chaptersOf(sections: readonly Section[]): readonly Chapter[] {
  const slugs = [...new Set(sections.map(({ slug }) => slug))]
  return slugs.map((slug) => {
    const own = sections.filter((section) => section.slug === slug)
    return { slug, heading: slug === 'faq' ? '常见问题' : (own[0]?.heading ?? slug), sections: own }
  })
}

function renderChapter({ slug, heading, sections }: Chapter): string {
  const id = escapeHtml(slug)
  const body = sections.map((section, index) => {
    const question = slug === 'faq' ? `<h3 id="${id}-${index + 1}">${escapeHtml(section.heading)}</h3>\n` : ''
    return `${question}${markdown(section.text)}`
  })
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeHtml(heading)}</h2>
${body.join('\n')}
</section>`
}

const askLink = (words: string): string => `/?ask=${encodeURIComponent(words)}`

/**
 * The page of a guide as a whole HTML document. Every section has its slug as id, so that a citation `guide#fees`
 * opens at the sentence it rests on; the questions of 常见问题 are `faq-1`, `faq-2` …. All text is escaped; the page
 * needs no script and prints well.
 */
export function renderGuidePage(guide: GuideView): string {
  const title = escapeHtml(guide.title)
  const chapters = chaptersOf(guide.sections)
  const contents = chapters.map(
    ({ slug, heading }) => `<li><a href="#${escapeHtml(slug)}">${escapeHtml(heading)}</a></li>`,
  )
  const act =
    guide.service === null
      ? `<a class="act" href="${askLink(`${guide.title}怎么办？`)}">问问边办</a>`
      : `<a class="act" href="${askLink(`我要办${guide.title}`)}">办这件事</a>`
  const aliases =
    guide.aliases.length === 0 ? '' : `<p class="aliases">也叫：${guide.aliases.map(escapeHtml).join('、')}</p>\n`
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 边办</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css">
</head>
<body class="guide">
<header class="top"><div class="wide"><a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="36" height="36"><span>边办<small>厦门政务服务助手</small></span></a></div></header>
<main class="wide">
<div class="lead">
<h1>${title}</h1>
<p class="english" lang="en">${escapeHtml(guide.titleEn)}</p>
${aliases}<p>${act}</p>
</div>
<nav aria-label="本页内容"><ol>${contents.join('')}</ol></nav>
<div class="body">
${chapters.map(renderChapter).join('\n')}
</div>
<footer class="about">
<dl>
<div><dt>实施部门</dt><dd>${escapeHtml(guide.authority)}</dd></div>
<div><dt>资料来源</dt><dd>${escapeHtml(guide.publisher)}</dd></div>
<div><dt>核对日期</dt><dd><time datetime="${escapeHtml(guide.checked)}">${escapeHtml(guide.checked)}</time></dd></div>
<div><dt>版本</dt><dd><code>${escapeHtml(guide.version)}</code></dd></div>
</dl>
<p>有疑问可拨打 <a href="tel:12345">12345</a> 政务服务便民热线。</p>
</footer>
</main>
</body>
</html>
`
}
