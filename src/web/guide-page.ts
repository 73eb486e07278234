import type { GuideView } from '../wire.ts'
import { renderPage } from './page-frame.ts'
import { createMarkdown, escapeHtml } from './plain-markdown.ts'
import { isPageWord } from './page-words.ts'
import type { Reading } from './reading.ts'
import { structuredData } from './structured-data.ts'

/** Links in a guide are kept when they lead to a secured page; anything else is its text alone. */
const markdown = createMarkdown((href, label) =>
  /^https:\/\/[^\s"'<>]+$/.test(href) ? `<a href="${escapeHtml(href)}" rel="noopener">${label}</a>` : label,
)

type Section = GuideView['sections'][number]
/** A heading of the page with the sections below it: questions of 常见问题 stand together, every other section alone. */
type Chapter = {
  readonly slug: string
  readonly heading: string
  readonly sections: readonly Section[]
  /** The whole in one or two English sentences, on an English page. */
  readonly short: string | undefined
}

function chaptersOf(sections: readonly Section[], { say, locale, inScript }: Reading): readonly Chapter[] {
  const slugs = [...new Set(sections.map(({ slug }) => slug))]
  return slugs.map((slug) => {
    const own = sections.filter((section) => section.slug === slug)
    const heading = isPageWord(slug) ? say(slug) : inScript(own[0]?.heading ?? slug)
    return { slug, heading, sections: own, short: locale === 'en' ? own[0]?.textEn : undefined }
  })
}

/** The guide's own words: Chinese, on an English page behind what its points say in English. */
function renderChapter({ slug, heading, sections, short }: Chapter, reading: Reading): string {
  const id = escapeHtml(slug)
  const body = sections.map((section, index) => {
    const chinese = reading.locale === 'en' ? ' lang="zh-Hans"' : ''
    const title = `<h3 id="${id}-${index + 1}"${chinese}>${escapeHtml(reading.inScript(section.heading))}</h3>\n`
    return `${slug === 'faq' ? title : ''}${renderText(section, reading)}`
  })
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeHtml(heading)}</h2>
${short === undefined ? '' : markdown(short)}${body.join('\n')}
</section>`
}

function renderText({ slug, text, pointsEn = [] }: Section, { locale, inScript }: Reading): string {
  const original = markdown(inScript(text))
  if (locale !== 'en') return original
  const [only] = pointsEn
  const list = slug === 'faq' ? (only ?? '') : pointsEn.map((point) => `- ${point}`).join('\n')
  return `${markdown(list)}<div class="original" lang="zh-Hans">\n${original}\n</div>`
}

/** What people ask first, with the first sentence of the section that answers it. */
function glance(chapters: readonly Chapter[], { locale, inScript }: Reading): string {
  const facts = ['time', 'fees', 'where'].flatMap((slug) => {
    const chapter = chapters.find((each) => each.slug === slug)
    if (chapter === undefined) return []
    const { heading, short } = chapter
    if (locale === 'en') return short === undefined ? [] : [{ slug, heading, first: short }]
    const [first = ''] = (chapter.sections[0]?.text ?? '').split(/(?<=。)|\n/)
    return first === '' ? [] : [{ slug, heading, first: inScript(first) }]
  })
  if (facts.length === 0) return ''
  return `<dl class="glance">${facts
    .map(
      ({ slug, heading, first }) =>
        `<div><dt><a href="#${slug}">${escapeHtml(heading)}</a></dt><dd>${markdown(first)}</dd></div>`,
    )
    .join('')}</dl>\n`
}

function about({ authority, publisher, checked, version }: GuideView, { say, locale, inScript }: Reading): string {
  const chinese = locale === 'en' ? ' lang="zh-Hans"' : ''
  return `<footer class="about">
<dl>
<div><dt>${say('authority')}</dt><dd${chinese}>${escapeHtml(inScript(authority))}</dd></div>
<div><dt>${say('publisher')}</dt><dd${chinese}>${escapeHtml(inScript(publisher))}</dd></div>
<div><dt>${say('checked')}</dt><dd><time datetime="${escapeHtml(checked)}">${escapeHtml(checked)}</time></dd></div>
<div><dt>${say('version')}</dt><dd><code>${escapeHtml(version)}</code></dd></div>
</dl>
</footer>`
}

/** The name of the guide in the other language, and what else people call it; English names are few, so those are left out there. */
function otherNames({ title, titleEn, aliases }: GuideView, { say, locale, inScript }: Reading): string {
  if (locale === 'en')
    return `<p class="other" lang="zh-Hans">${escapeHtml(title)}</p>\n<p class="note">${say('shortOnly')}</p>\n`
  const names = inScript(aliases.join('、'))
  const called = aliases.length === 0 ? '' : `<p class="aliases">${escapeHtml(say('alsoCalled', { names }))}</p>\n`
  return `<p class="other" lang="en">${escapeHtml(titleEn)}</p>\n${called}`
}

/** Longest name, in characters, that is said in a question as people say it. */
const SHORT = 6

/** What people call the matter: its first short name, else its first other name. */
function everydayName({ title, aliases }: GuideView): string {
  return aliases.find((name) => name.length <= SHORT) ?? aliases[0] ?? title
}

/**
 * The page of a guide as a whole HTML document. Every section has its slug as id, so that a citation `guide#fees`
 * opens at the sentence it rests on; the questions of 常见问题 are `faq-1`, `faq-2` …. In English each section begins with the
 * guide's own English sentences and what its points say in English, and the Chinese text follows. All text is escaped; the page is read without script and prints
 * well. The conversation waits in its corner.
 */
export function renderGuidePage(guide: GuideView, reading: Reading): string {
  const { say, nameOf, to, locale, inScript } = reading
  const title = nameOf(guide)
  const chapters = chaptersOf(guide.sections, reading)
  const contents = chapters.map(
    ({ slug, heading }) => `<li><a href="#${escapeHtml(slug)}">${escapeHtml(heading)}</a></li>`,
  )
  const question = say('howToThing', { title: locale === 'en' ? title : inScript(everydayName(guide)) })
  const ask = `<a class="act quiet" href="${escapeHtml(to(`/?ask=${encodeURIComponent(question)}`))}">${say('askAbout')}</a>`
  const act =
    guide.service === null
      ? ''
      : `<a class="act" href="${escapeHtml(to(`/?service=${encodeURIComponent(guide.service)}`))}">${say('doThis')}</a> `
  return renderPage(
    {
      kind: 'guide',
      title: say('guideTitle', { title }),
      description: say('guideAbout', { title }),
      head: `<script src="/assets/bianban-chat.js" defer></script>
${structuredData(guide, reading)}`,
      main: `<main id="content" class="wide" tabindex="-1">
<div class="lead">
<nav class="crumbs" aria-label="${say('place')}"><a href="${escapeHtml(to('/'))}">${say('home')}</a> › <a href="${escapeHtml(to('/#services'))}">${say('services')}</a></nav>
<h1>${escapeHtml(title)}</h1>
${otherNames(guide, reading)}<p class="acts">${act}${ask}</p>
${glance(chapters, reading)}</div>
<nav class="contents" aria-label="${say('contents')}"><ol>${contents.join('')}</ol></nav>
<div class="body">
${chapters.map((chapter) => renderChapter(chapter, reading)).join('\n')}
${about(guide, reading)}
</div>
</main>
<bianban-chat locale="${locale}" floating question="${escapeHtml(question)}"></bianban-chat>`,
    },
    reading,
  )
}
