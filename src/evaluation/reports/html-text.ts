import type { StaffContent } from '../../content/index.ts'
import type { Both } from './fact-words.ts'
import { sectionText } from '../suites/read-suites.ts'
import { escape } from './junit.ts'
import { sectionSlugName } from './words.ts'

/** Guides and forms, by which a report names what it would otherwise show as a code. */
export type Shelf = Pick<StaffContent, 'guides' | 'services'>

/** Words in both languages; the page shows the one that is chosen. */
export function both({ zh, en }: Both): string {
  return zh === en ? escape(zh) : `<span class="zh">${escape(zh)}</span><span class="en" lang="en">${escape(en)}</span>`
}

/** A guide by its title. */
export function guideName(id: string, shelf: Shelf | undefined): Both {
  const guide = shelf?.guides.get(id)
  return { zh: guide?.title ?? id, en: guide?.titleEn ?? id }
}

/** A section as a link to its text at the end of the page; the bare name where there is no such text. */
export function sectionLink(source: string, shelf: Shelf | undefined, label?: string): string {
  const name = sectionName(source, shelf)
  const known = shelf !== undefined && sectionText(shelf, source) !== undefined
  const shown = label === undefined ? both(name) : escape(label)
  const title = ` title="${escape(name.zh)}"`
  return known ? `<a href="#${anchorOf(source)}"${title}>${shown}</a>` : `<span${title}>${shown}</span>`
}

/** `guide#fees` as 居民身份证：要多少钱. */
export function sectionName(source: string, shelf: Shelf | undefined): Both {
  const [guide = '', slug = ''] = source.split('#')
  const title = guideName(guide, shelf)
  if (slug === '') return title
  const section = sectionSlugName(slug)
  return { zh: `${title.zh}：${section.zh}`, en: `${title.en}: ${section.en}` }
}

/** The sections that are named, each with its text, to be read without any network. */
export function appendix(sources: ReadonlySet<string>, shelf: Shelf | undefined): string {
  if (shelf === undefined) return ''
  const sections = [...sources].toSorted().flatMap((source) => {
    const text = sectionText(shelf, source)
    if (text === undefined) return []
    // The heading stands above already; only the questions of 常见问题 keep theirs.
    const headings = source.includes('#faq') ? text.replaceAll(/^## /gm, '### ') : text.replaceAll(/^## .*\n/gm, '')
    const body = markdown(headings)
    return `<section class="source" id="${anchorOf(source)}"><h3>${both(sectionName(source, shelf))}</h3>${body}</section>`
  })
  return `<h2>${both({ zh: '引用到的小节', en: 'Sections cited' })}</h2>${sections.join('\n')}`
}

/** An answer or a section as HTML: its bold words, its lines, its marks as links, and the words that decided marked. */
export function markdown(
  text: string,
  { evidence = [], link }: { evidence?: readonly string[]; link?: (at: number) => string | undefined } = {},
): string {
  const marked = evidence.reduce((rest, words) => {
    const inside = escape(words)
    return inside === '' || rest.includes(`<mark>${inside}`)
      ? rest
      : rest.replace(inside, () => `<mark>${inside}</mark>`)
  }, escape(text))
  return marked
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/^### (.+)$/gm, '<b class="head">$1</b>')
    .replaceAll(/^- /gm, '• ')
    .replaceAll(/\[(\d{1,2})\]/g, (mark, at: string) => link?.(Number(at)) ?? mark)
    .replaceAll(/\n{2,}/g, '\n')
    .trim()
    .replaceAll('\n', '<br>')
}

const SOURCE = /(?<![\w-])[a-z0-9-]+#[a-z]+(?:\/[\w-]+)?/g

/** Words with sections in them, each by its name. */
export function withSectionNames({ zh, en }: Both, shelf: Shelf | undefined): Both {
  return {
    zh: zh.replaceAll(SOURCE, (source) => `《${sectionName(source, shelf).zh}》`),
    en: en.replaceAll(SOURCE, (source) => `“${sectionName(source, shelf).en}”`),
  }
}

function anchorOf(source: string): string {
  return `s-${source.replaceAll(/[^\w-]/g, '-')}`
}
