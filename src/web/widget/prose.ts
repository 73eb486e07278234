import { guideLink, type View } from './view.ts'
import { markdownNodes } from './markdown-nodes.ts'
import type { Source } from './parts.ts'

/** Where a citation leads, and how that is said. */
type Way = Pick<View, 'server' | 'locale' | 'say' | 'opens'>

/** What is said of a citation, by where it opens. */
const MARKS = { beside: 'sourceBeside', over: 'sourceOver', window: 'sourceMark' } as const

function citation(number: number, source: Source, href: string, { say, opens }: Way): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'cite'
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.dataset['source'] = source.sourceId
  link.textContent = String(number)
  link.setAttribute('aria-label', say(MARKS[opens], { n: number, title: source.title }))
  return link
}

/** WORD JOINER: no line breaks at it. */
const JOINED = '\u2060'

function linkMarks(root: Node, sources: readonly Source[], way: Way): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    const pieces = text.data.split(/\[(\d{1,2})\]/)
    if (pieces.length === 1) continue
    const nodes = pieces.map((piece, index) => {
      // A mark stays on the line of the words it backs.
      if (index % 2 === 0) return document.createTextNode(index < pieces.length - 1 ? `${piece}${JOINED}` : piece)
      const source = sources[Number(piece) - 1]
      const href = source === undefined ? undefined : guideLink(source.sourceId, way)
      if (source === undefined || href === undefined) return document.createTextNode(`[${piece}]`)
      return citation(Number(piece), source, href, way)
    })
    text.replaceWith(...nodes)
  }
}

/** Ends a list before a line that is no item of it: released lines stand for themselves, Markdown would fold them into the item above. */
function endLists(text: string): string {
  return text.replace(/^(\s*(?:[-*+]|\d+[.)])\s.*)\n(?=\S)(?!(?:[-*+]|\d+[.)])\s)/gm, '$1\n\n')
}

/**
 * Released Markdown as a detached element: no raw HTML, no images, no links but the citation marks `[n]`, which lead to
 * the section of the n-th source.
 */
export function renderProse(text: string, sources: readonly Source[], way: Way): HTMLElement {
  const prose = document.createElement('div')
  prose.className = 'prose'
  prose.append(...markdownNodes(endLists(text)))
  linkMarks(prose, sources, way)
  return prose
}
