import type { GuideView } from '../wire.ts'
import { renderPage } from './page-frame.ts'
import { createMarkdown, escapeHtml } from './plain-markdown.ts'
import { structuredData } from './structured-data.ts'

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

/** What people ask first, with the first sentence of the section that answers it. */
function glance(chapters: readonly Chapter[]): string {
  const facts = ['time', 'fees', 'where'].flatMap((slug) => {
    const chapter = chapters.find((each) => each.slug === slug)
    const [first = ''] = (chapter?.sections[0]?.text ?? '').split(/(?<=。)|\n/)
    return chapter === undefined || first === '' ? [] : [{ slug, heading: chapter.heading, first }]
  })
  if (facts.length === 0) return ''
  return `<dl class="glance">${facts
    .map(
      ({ slug, heading, first }) =>
        `<div><dt><a href="#${slug}">${escapeHtml(heading)}</a></dt><dd>${markdown(first)}</dd></div>`,
    )
    .join('')}</dl>\n`
}

function about({ authority, publisher, checked, version }: GuideView): string {
  return `<footer class="about">
<dl>
<div><dt>实施部门</dt><dd>${escapeHtml(authority)}</dd></div>
<div><dt>资料来源</dt><dd>${escapeHtml(publisher)}</dd></div>
<div><dt>核对日期</dt><dd><time datetime="${escapeHtml(checked)}">${escapeHtml(checked)}</time></dd></div>
<div><dt>版本</dt><dd><code>${escapeHtml(version)}</code></dd></div>
</dl>
</footer>`
}

/**
 * The page of a guide as a whole HTML document. Every section has its slug as id, so that a citation `guide#fees`
 * opens at the sentence it rests on; the questions of 常见问题 are `faq-1`, `faq-2` …. All text is escaped; the page
 * is read without script and prints well. The conversation waits in its corner.
 */
export function renderGuidePage(guide: GuideView): string {
  const title = escapeHtml(guide.title)
  const chapters = chaptersOf(guide.sections)
  const contents = chapters.map(
    ({ slug, heading }) => `<li><a href="#${escapeHtml(slug)}">${escapeHtml(heading)}</a></li>`,
  )
  const ask = `<a class="act quiet" href="${askLink(`${guide.title}怎么办？`)}">问问边办</a>`
  const act = guide.service === null ? '' : `<a class="act" href="${askLink(`我要办${guide.title}`)}">办这件事</a> `
  const aliases =
    guide.aliases.length === 0 ? '' : `<p class="aliases">也叫：${guide.aliases.map(escapeHtml).join('、')}</p>\n`
  return renderPage({
    kind: 'guide',
    title: `${guide.title} · 边办`,
    description: `${guide.title}：谁能办、要带什么、怎么办、多久办好、要多少钱、在哪办。`,
    head: `<script src="/assets/bianban-chat.js" defer></script>
${structuredData(guide)}`,
    main: `<main id="content" class="wide" tabindex="-1">
<div class="lead">
<nav class="crumbs" aria-label="所在位置"><a href="/">首页</a> › <a href="/#services">办事指南</a></nav>
<h1>${title}</h1>
<p class="english" lang="en">${escapeHtml(guide.titleEn)}</p>
${aliases}<p class="acts">${act}${ask}</p>
${glance(chapters)}</div>
<nav class="contents" aria-label="本页内容"><ol>${contents.join('')}</ol></nav>
<div class="body">
${chapters.map(renderChapter).join('\n')}
${about(guide)}
</div>
</main>
<bianban-chat floating question="${escapeHtml(`${guide.title}怎么办？`)}"></bianban-chat>`,
  })
}
