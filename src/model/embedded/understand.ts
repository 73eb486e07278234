import { readFields } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import { readBoundary, type Boundary } from './boundaries.ts'
import { hear, type Act } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { readSegments, type Segment } from './segments.ts'
import { readChoice } from './read-choice.ts'

/** What the citizen's message says, read once a step; pure, and the same for the same prompt. */
export type Understanding = {
  /** Her words in the form they are compared in. */
  readonly plain: string
  readonly boundary: Boundary | undefined
  readonly acts: ReadonlySet<Act>
  /** Field id → value, for the form in hand; empty when she gave none. */
  readonly values: Readonly<Record<string, string>>
  /** The choice of the last clarifying question that she picked. */
  readonly chosen: string | undefined
  readonly segments: readonly Segment[]
  readonly asksBenefits: boolean
}

const BENEFITS =
  /(?:哪些|什么|啥)[^，。？！]{0,6}(?:补贴|福利|优惠|惠民|待遇|津贴|补助)(?:政策)?|(?:补贴|福利|优惠|津贴|补助)[^，。？！]{0,6}(?:哪些|什么|啥)|免申即享|惠民政策|(?:what|which)\b.{0,20}\b(?:benefit|subsid|allowance)/

/** Reads the message of a turn. */
export function understand(turn: Turn): Understanding {
  const plain = plainWords(turn.words)
  const segments = inherit(readSegments(plain), turn)
  const values = readValues(turn, segments)
  return {
    plain,
    boundary: readBoundary(plain),
    acts: new Set([...hear(plain).acts, ...segments.flatMap((segment) => [...segment.acts])]),
    values,
    chosen: Object.keys(values).length > 0 ? undefined : readChoice(plain, turn.briefing.lastChoices),
    segments,
    asksBenefits: BENEFITS.test(plain),
  }
}

/** 失业金呢？ asks of another matter what was asked before; with nothing asked before it is a mention. */
const AND_THAT = /呢\s*[?？]?$|^(?:what|how) about\b/

function inherit(segments: readonly Segment[], { earlier }: Turn): Segment[] {
  return segments.map((segment) => {
    if (!segment.ownSubject || segment.sections.length > 0 || !AND_THAT.test(segment.text)) return segment
    const sections = [...new Set(readSegments(plainWords(earlier.at(-1) ?? '')).flatMap((before) => before.sections))]
    const asks = sections.length > 0
    return { ...segment, sections, clauses: segment.clauses.map((clause) => ({ ...clause, sections, asks, open: false })) }
  })
}

/** Below this confidence a reading inside a question is part of the question: 身份证 in "要带身份证吗" is no answer. */
const SURE = 0.75

function readValues(turn: Turn, segments: readonly Segment[]): Record<string, string> {
  const application = turn.briefing.application
  if (application === undefined) return {}
  const questions = segments.flatMap(({ clauses }) => clauses.filter(({ asks }) => asks).map(({ text }) => text))
  const values: Record<string, string> = {}
  for (const reading of readFields(turn.words, fieldsOf(application), contextOf(turn.briefing))) {
    if (reading.field in values) continue
    const said = plainWords(reading.text)
    if (reading.confidence < SURE && questions.some((question) => question.includes(said))) continue
    values[reading.field] = reading.problem === undefined ? reading.value : reading.text
  }
  return values
}

function fieldsOf(application: NonNullable<Briefing['application']>) {
  return application.fields
}

function contextOf(briefing: Briefing) {
  const asked = briefing.application?.asked
  return { today: briefing.today, ...(asked === undefined ? {} : { asked }) }
}
