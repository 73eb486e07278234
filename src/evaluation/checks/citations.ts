import type { StaffContent } from '../../content/index.ts'
import { withoutHerNumbers } from '../../conversation/index.ts'
import { pointName, readQuantities, sameMeasure, toSimplified } from '../../language/index.ts'
import { sectionText } from '../suites/read-suites.ts'
import type { Reply } from '../citizens/talk.ts'
import type { Check } from '../trial.ts'

/** Counts behind ALCE's recall and precision, with the typed facts of a sentence in place of entailment. */
export type CitationCounts = {
  /** Sentences with a typed fact, and those whose cited sections hold all of them. */
  readonly sentences: number
  readonly supported: number
  /** Citations in supported sentences, and those that are of use there. */
  readonly citations: number
  readonly useful: number
  readonly unsupported: readonly string[]
}

const MARK = /\[(\d{1,2})\]/g

/** Reads what each sentence cites and whether it stands there. */
export function countCitations(
  { said, text, sources }: Pick<Reply, 'said' | 'text' | 'sources'>,
  content: StaffContent,
): CitationCounts {
  const counts = { sentences: 0, supported: 0, citations: 0, useful: 0, unsupported: [] as string[] }
  for (const sentence of sentencesOf(text)) {
    const facts = readQuantities(toSimplified(withoutHerNumbers(sentence.replaceAll(MARK, ''), said)))
    if (facts.length === 0) continue
    counts.sentences += 1
    const cited = [...new Set([...sentence.matchAll(MARK)].map((match) => sources[Number(match[1]) - 1] ?? ''))]
    const stated = cited.map((source) => readQuantities(inBothLanguages(content, source)))
    const holdsAll = (sections: readonly (typeof facts)[]): boolean =>
      facts.every((fact) => sections.flat().some((own) => sameMeasure(own, fact)))
    if (cited.length === 0 || !holdsAll(stated)) {
      counts.unsupported.push(sentence.trim())
      continue
    }
    counts.supported += 1
    counts.citations += cited.length
    counts.useful += stated.filter((own, at) => holdsAll([own]) || !holdsAll(stated.toSpliced(at, 1))).length
  }
  return counts
}

/** A section as it may be quoted: in Chinese, and in English where staff wrote it so. */
function inBothLanguages(content: StaffContent, source: string): string {
  const [guide = '', slug = ''] = source.split('#')
  const { sections = [], pointsEn = new Map<string, string>() } = content.guides.get(guide) ?? {}
  const [section = '', item] = slug.split('/')
  const own = sections.filter((one) => one.slug === section)
  const named = item === undefined ? pointName(section, '') : pointName(section, own[Number(item) - 1]?.heading ?? '')
  const points = [...pointsEn].flatMap(([name, text]) => (name.startsWith(named) ? [text] : []))
  return [sectionText(content, source) ?? '', own[0]?.textEn ?? '', ...points].join('\n')
}

/** Every sentence with a typed fact cites a section that holds it, and only sections that are allowed. */
export function checkCitations(
  reply: Pick<Reply, 'said' | 'text' | 'sources'>,
  allow: readonly string[],
  content: StaffContent,
): Check[] {
  const { unsupported } = countCitations(reply, content)
  const stray = allow.length === 0 ? [] : reply.sources.filter((source) => !allow.some((one) => isWithin(source, one)))
  return [
    {
      name: 'cited-facts',
      ok: unsupported.length === 0,
      critical: true,
      message: unsupported.length === 0 ? '每个数字都在所引小节里' : `所引小节里没有：${unsupported.join('；')}`,
      english:
        unsupported.length === 0
          ? 'every number stands in the section cited'
          : `not in the section cited: ${unsupported.join('; ')}`,
      evidence: unsupported[0],
      ...(unsupported.length === 0 ? {} : { contradicts: unsupported.join('；') }),
    },
    {
      name: 'cited-sections',
      ok: stray.length < reply.sources.length || reply.sources.length === 0,
      critical: allow.length > 0,
      message: stray.length === 0 ? '引了该引的小节' : `另外引了 ${stray.join('、')}，该引 ${allow.join('、')}`,
      english:
        stray.length === 0
          ? 'the right sections are cited'
          : `also cites ${stray.join(', ')}, should cite ${allow.join(', ')}`,
    },
  ]
}

function isWithin(source: string, allowed: string): boolean {
  return (
    source === allowed ||
    source.startsWith(`${allowed}/`) ||
    (!allowed.includes('#') && source.startsWith(`${allowed}#`))
  )
}

/** Sentences with the citation marks behind them. */
function sentencesOf(text: string): string[] {
  return text.match(/[^。！？；\n]+(?:[。！？；]+(?:\[\d{1,2}\])*|\n|$)/g) ?? []
}
