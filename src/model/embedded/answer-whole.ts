import { openingOf, pointName } from '../../language/index.ts'
import type { Answer, FoundPassage, Quote } from './answer.ts'
import { isBorrowed, leadingQuote, SILENT, tellsOf } from './answer-point.ts'
import type { SectionSlug } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Asked } from './select-units.ts'
import { KINDS, readSituations } from './situations.ts'
import { tellsSurely, weighLines, type Answers, type Asking, type WeighedLine } from './weigh-lines.ts'

/** What is told, and whether the guide is silent on just this. */
type Told = Pick<Answer, 'quotes' | 'partial'>

/** Sections of an overview, in the order they are told. */
const OVERVIEW: readonly SectionSlug[] = ['how', 'who', 'materials', 'time', 'fees']

/** Lines told where the guide is silent. */
const MOST_NEAR = 2

/** What befalls a paper, and what a guide that tells of it may speak of instead. */
const BEFALLEN: readonly (readonly [happened: string, told: readonly string[]])[] = [
  ['lost', ['lost', 'reissue']],
  ['damaged', ['damaged', 'reissue', 'exchange']],
]

/**
 * The whole of a matter. What happened to her (丢了, 丢了怎么办) is answered first where the guide has a line for it; where
 * it has none, that is said, with a few of the nearest lines. `beside`: her words say something besides the matter's name.
 */
export function answerWhole(
  text: string,
  how: boolean,
  asked: Asked,
  {
    passages,
    answers,
    beside,
  }: { readonly passages: readonly FoundPassage[]; readonly answers: Answers | undefined; readonly beside: boolean },
): Told {
  const whole = { quotes: overview(passages, how), partial: false }
  if (how && !beside && asked.situations.size === 0) return whole
  const sought: Asking = { text, sections: ['how'], meant: asked.meant, answers }
  const lines = weighLines(sought, passages)
  const lead = lines.find((line) => !isBorrowed(line))
  if (lead !== undefined && tellsSurely(lead) && !lead.evidence.first) return beforeSteps(lead, passages)
  const told = new Set(passages.flatMap(({ heading, text: body }) => [...readSituations(plainWords(heading + body))]))
  const befallen = BEFALLEN.filter(([happened]) => asked.situations.has(happened))
  if (!how && befallen.length === 0) return whole
  const silent = answers?.silent ?? 0
  const steps = chanceOfSteps(answers)
  const ownCase = lines.find((line) => tellsOneCase(line, steps))
  if (ownCase !== undefined)
    return { ...beforeSteps(ownCase, passages, tellsSurely(ownCase) ? 'lead' : 'full'), partial: silent >= SILENT }
  if (silent >= LIKELY_SILENT && silent > RATHER_SILENT * steps)
    return { quotes: nearestTo(lines, passages), partial: true }
  if (befallen.some(([, ways]) => silent >= SILENT || !ways.some((way) => told.has(way)))) {
    return { quotes: overview(passages, false).slice(0, MOST_NEAR), partial: true }
  }
  const kinds = [...readSituations(asked.words)].filter((situation) => KINDS.has(situation)).length
  if (lead === undefined || lead.passage.section === 'how' || !tellsOf(lead, kinds)) return whole
  return beforeSteps(lead, passages)
}

/** From this chance on the guide may be silent where that is so much likelier than its steps: 驾照被扣了怎么办. */
const LIKELY_SILENT = 0.3
const RATHER_SILENT = 2
/** From this chance on a point that is likelier than the steps is what is asked: 失业金被停了怎么办. */
const ONE_CASE = 0.15

/** From this chance on a point is near to what is asked. */
const NEAR_POINT = 0.05

/** What stands nearest where the guide is silent: the points that may be meant, or else what opens the matter. */
function nearestTo(lines: readonly WeighedLine[], passages: readonly FoundPassage[]): readonly Quote[] {
  const near = lines.filter((line) => (line.evidence.point ?? 0) >= NEAR_POINT && !isStep(line))
  const quotes = near.length > 0 ? near.map((line) => leadingQuote(line)) : overview(passages, false)
  return quotes.slice(0, MOST_NEAR)
}

/** How likely the steps of the matter, or what opens them, answer, 0..1. */
function chanceOfSteps(answers: Answers | undefined): number {
  const points = Object.entries(answers?.points ?? {})
  return points.reduce((sum, [name, chance]) => sum + (isOfSteps(name) ? chance : 0), 0)
}

function isOfSteps(name: string): boolean {
  return name === openingOf('how') || name.startsWith(pointName('how', '第'))
}

function tellsOneCase(line: WeighedLine, steps: number): boolean {
  const { first, faq, point = 0 } = line.evidence
  return (faq || !first) && !isStep(line) && point >= ONE_CASE && point > steps
}

function isStep({ passage: { section }, unit: { point } }: WeighedLine): boolean {
  return section !== 'faq' && isOfSteps(pointName(section, point))
}

function beforeSteps(lead: WeighedLine, passages: readonly FoundPassage[], extent: 'lead' | 'full' = 'lead'): Told {
  const steps = passages.filter(({ section }) => section === 'how').map((passage) => ({ passage, extent }))
  return { quotes: onceEach([leadingQuote(lead), ...steps]), partial: false }
}

/** Each section and each line once, where it is told first. */
export function onceEach(quotes: readonly Quote[]): Quote[] {
  const told = new Map<string, Quote>()
  for (const one of quotes) {
    const key = `${one.passage.token} ${one.extent === 'line' ? one.first?.text : ''}`
    if (!told.has(key)) told.set(key, one)
  }
  return [...told.values()]
}

function overview(passages: readonly FoundPassage[], steps: boolean): Quote[] {
  return OVERVIEW.flatMap((section) => {
    const passage = passages.find((candidate) => candidate.section === section)
    return passage ? [{ passage, extent: section === 'how' && steps ? 'full' : 'lead' }] : []
  })
}
