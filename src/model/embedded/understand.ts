import { readAct, readFields } from '../../language/index.ts'
import { readBoundary, type Boundary } from './boundaries.ts'
import { hear, type Act } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { readSegments, type Segment } from './segments.ts'
import { readSituations } from './situations.ts'
import { residueOf } from './subject.ts'
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

const BENEFIT_WORDS =
  /补贴|福利|优惠|惠民|待遇|津贴|补助|政策|享受|免申即享|政府|国家|发放|benefits?|subsid\w+|allowances?/g

/** Benefits of the old or the young have guides of their own; only the open question is for the matching. */
function namesPeople(plain: string): boolean {
  const situations = readSituations(plain)
  return situations.has('elder') || situations.has('minor')
}

/** Reads the message of a turn. */
export function understand(turn: Turn): Understanding {
  const plain = plainWords(turn.words)
  const given = readValues(turn, readSegments(plain))
  const segments = inherit(readSegments(without(plain, given)), turn)
  const values = Object.fromEntries(given.map(({ field, value }) => [field, value]))
  return {
    plain,
    boundary: readBoundary(plain),
    acts: new Set([...hear(plain).acts, ...segments.flatMap((segment) => [...segment.acts])]),
    values,
    chosen: Object.keys(values).length > 0 ? undefined : readChoice(plain, turn.briefing.lastChoices),
    segments,
    asksBenefits:
      BENEFITS.test(plain) && residueOf(plain.replace(BENEFIT_WORDS, ' ')).length === 0 && !namesPeople(plain),
  }
}

/** 失业金呢？ asks of another matter what was asked before; with nothing asked before it is a mention. */
const AND_THAT = /呢\s*[?？]?$|^(?:what|how) about\b/

function inherit(segments: readonly Segment[], { earlier }: Turn): Segment[] {
  return segments.map((segment) => {
    if (!segment.ownSubject || segment.sections.length > 0 || !AND_THAT.test(segment.text)) return segment
    const sections = [...new Set(readSegments(plainWords(earlier.at(-1) ?? '')).flatMap((before) => before.sections))]
    const asks = sections.length > 0
    return {
      ...segment,
      sections,
      clauses: segment.clauses.map((clause) => ({ ...clause, sections, asks, open: false })),
    }
  })
}

/** A reading inside a question or an act needs this confidence: 身份证 in 要带身份证吗 is no answer. */
const SURE_IN_QUESTION = 0.75
/** A reading for a field that was not asked for needs this one; below it is a guess. */
const SURE_UNASKED = 0.6

/** Acts about the form itself: their words are no values, however like a name they look. */
const CONTROL = new Set<Act>([
  'set-aside',
  'resume',
  'cancel',
  'show',
  'skip',
  'unknown',
  'human',
  'again',
  'thanks',
  'greeting',
])

type GivenValue = { readonly field: string; readonly value: string; readonly said: string }

function readValues({ briefing, words }: Turn, segments: readonly Segment[]): GivenValue[] {
  const { application, today } = briefing
  if (application === undefined) return []
  const questions = segments.flatMap(({ clauses }) => clauses.filter(({ asks }) => asks).map(({ text }) => text))
  const controls = readAct(words).filter(({ act }) => CONTROL.has(act))
  const given: GivenValue[] = []
  for (const reading of readFields(words, application.fields, { today, asked: application.asked })) {
    const said = plainWords(reading.text)
    const doubtful =
      questions.some((question) => question.includes(said)) ||
      controls.some(({ start, end }) => start < reading.end && reading.start < end)
    const needed = doubtful ? SURE_IN_QUESTION : reading.field === application.asked ? 0 : SURE_UNASKED
    if (reading.confidence < needed || given.some(({ field }) => field === reading.field)) continue
    given.push({ field: reading.field, value: reading.problem === undefined ? reading.value : reading.text, said })
  }
  return given
}

/** The words without the values in them: a search needs no name or number, and must not carry one. */
function without(plain: string, given: readonly GivenValue[]): string {
  return given.reduce((rest, { said }) => (said.length > 1 ? rest.replace(said, ' ') : rest), plain)
}
