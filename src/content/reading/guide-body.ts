import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { SECTIONS } from '../guide.ts'
import type { SectionSlug } from '../guide.ts'
import { nearestWord } from '../checks/nearest-word.ts'
import type { Problem } from '../checks/problem.ts'

type Root = ReturnType<typeof fromMarkdown>
type Block = Root['children'][number]

/** A section as written, references not yet put in words. */
export type WrittenSection = {
  readonly slug: SectionSlug
  readonly heading: string
  /** Line of the heading in the file. */
  readonly line: number
  readonly text: string
  /** Line of the first character of `text`. */
  readonly textLine: number
}

const SLUG_OF: ReadonlyMap<string, SectionSlug> = new Map(
  Object.entries(SECTIONS).map(([slug, heading]) => [heading, slug as SectionSlug]),
)
const HEADINGS = Object.values(SECTIONS)

/**
 * Cuts the body of a guide into its sections.
 * @param firstLine line of the file on which the body starts.
 */
export function readGuideBody(
  file: string,
  body: string,
  firstLine: number,
): { sections: readonly WrittenSection[]; problems: readonly Problem[] } {
  const sections: WrittenSection[] = []
  const problems: Problem[] = []
  const report = (line: number, problem: string, fix: string): void => void problems.push({ file, line, problem, fix })
  const seen = new Set<SectionSlug>()
  const blocks = fromMarkdown(body).children
  let slug: SectionSlug | undefined
  let open: { slug: SectionSlug; heading: string; line: number; from: number } | undefined

  const close = (end: number): void => {
    if (open === undefined) return
    const { from, ...head } = open
    const raw = body.slice(from, end)
    const lead = raw.length - raw.trimStart().length
    const textLine = lineOfOffset(body, from + lead, firstLine)
    const text = raw.trim()
    if (text === '') report(head.line, `"${head.heading}" has no text`, 'write the answer below the heading')
    else sections.push({ ...head, text, textLine })
    open = undefined
  }

  for (const block of blocks) {
    const start = block.position?.start.offset ?? 0
    const end = block.position?.end.offset ?? 0
    const line = (block.position?.start.line ?? 1) + firstLine - 1
    if (block.type !== 'heading') {
      if (open === undefined) report(line, 'this text stands in no section', strayTextFix(slug))
      for (const fault of blockFaults(block)) report(line, fault.problem, fault.fix)
      continue
    }
    close(start)
    const heading = toString(block).trim()
    if (block.depth === 2) {
      slug = SLUG_OF.get(heading)
      if (slug === undefined) {
        report(line, `"${heading}" is not a section`, sectionFix(heading))
        continue
      }
      if (seen.has(slug)) report(line, `"${heading}" stands here a second time`, 'join it with the first one')
      seen.add(slug)
      if (slug !== 'faq') open = { slug, heading, line, from: end }
    } else if (block.depth === 3 && slug === 'faq') {
      open = { slug, heading, line, from: end }
    } else {
      report(
        line,
        `the heading "${heading}" stands where none may be`,
        'use ## for a section and ### only inside 常见问题',
      )
    }
  }
  close(body.length)
  for (const [heading, wanted] of SLUG_OF) {
    if (!seen.has(wanted)) report(firstLine, `the section "${heading}" is missing`, `add "## ${heading}"`)
  }
  if (seen.has('faq') && !sections.some((section) => section.slug === 'faq')) {
    report(firstLine, '常见问题 has no question', 'add "### " with a question and the answer below it')
  }
  return { sections, problems }
}

/** Line in the file of a place in a text that starts on `firstLine`. */
export function lineOfOffset(text: string, offset: number, firstLine: number): number {
  return firstLine + text.slice(0, offset).split('\n').length - 1
}

function sectionFix(heading: string): string {
  const meant = nearestWord(heading, HEADINGS)
  return meant === undefined ? `use one of ${HEADINGS.join('、')}` : `write "## ${meant}"`
}

function strayTextFix(slug: SectionSlug | undefined): string {
  return slug === 'faq' ? 'put it below a "### " question' : 'move it below a "## " heading'
}

function blockFaults(block: Block): { problem: string; fix: string }[] {
  const faults: { problem: string; fix: string }[] = []
  if (contains(block, 'html'))
    faults.push({ problem: 'HTML is not allowed in a guide', fix: 'write plain text or a list' })
  if (contains(block, 'image')) faults.push({ problem: 'pictures are not allowed in a guide', fix: 'say it in words' })
  if (block.type === 'code')
    faults.push({ problem: 'this reads as program code', fix: 'remove the spaces before the line' })
  if (/^\s*\|.*\|\s*$/m.test(toString(block)))
    faults.push({ problem: 'tables are not allowed', fix: 'write a list, one line each' })
  return faults
}

function contains(node: { type: string; children?: readonly { type: string }[] }, type: string): boolean {
  return node.type === type || (node.children ?? []).some((child) => contains(child, type))
}
