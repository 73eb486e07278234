import { readQuantities } from '../../language/index.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { readSegments, withMore, type Segment } from './segments.ts'
import { KINDS, readSituations } from './situations.ts'
import { namedService, residueOf } from './subject.ts'

/** Longer words tell a story of their own. */
const LONGEST = 24
/** Messages that a question may lie back. */
const MOST_BACK = 4
/** Said of herself or hers: 我是学生, 没有合同, 我自己闯红灯呢. */
const OF_HERS =
  /^(?:那么?|可是?|但是?|不过|要是|如果|假如|万一|而且)?(?:说)?(?:我|咱|他|她|本人|自己|孩子|小孩|娃|宝宝|儿子|女儿|老[公婆]|爸|妈|父母|女[方友朋的]|男[方友朋的]|对象|配偶|双方|单位|公司|房东|没有?|不是|去年|前年|今年|上个?月|刚)/u
const TELLS = /是|没|有|不|在|过|了$|呢|的$|\d/u

/**
 * Words that only tell one more condition ask the former question again with it: 女朋友19, 我没有租赁合同, 毕业两年了.
 * Nothing changes while a form is in hand, or where the words ask, act, or name another matter.
 */
export function withFormerQuestion(segments: readonly Segment[], plain: string, turn: Turn): readonly Segment[] {
  const { briefing, earlier } = turn
  if (briefing.application !== undefined || briefing.lastGuide === undefined || plain.length > LONGEST) return segments
  if (segments.some((segment) => asksOrActs(segment)) || !tellsCondition(plain, briefing.lastChoices.length > 0))
    return segments
  if (namedService(plain, briefing) !== undefined) return segments
  const former = formerQuestion(earlier)
  if (former === undefined || bringsUp(plain, former.text)) return segments
  return [{ ...withMore(former, segments.map(({ text }) => text).join(' ')), acts: new Set(), ownSubject: false }]
}

/** 呢 alone asks nothing new. */
function asksOrActs({ sections, acts, clauses }: Segment): boolean {
  return (
    sections.length > 0 || acts.size > 0 || clauses.some(({ formed, text }) => formed && !/呢\s*[?？]?$/u.test(text))
  )
}

/** A number, or words of herself; after a question with choices any words that ask nothing. */
function tellsCondition(plain: string, asked: boolean): boolean {
  if (OF_HERS.test(plain) && TELLS.test(plain)) return true
  return asked ? residueOf(plain).length > 0 : readQuantities(plain).some(({ kind }) => MEASURED.has(kind))
}

const MEASURED: ReadonlySet<string> = new Set(['duration', 'age', 'area', 'count', 'percent'])

/** Something else has happened than what she asked about: my card is lost, after a question of its price. */
function bringsUp(plain: string, former: string): boolean {
  const known = readSituations(former)
  return [...readSituations(plain)].some((one) => KINDS.has(one) && !known.has(one))
}

function formerQuestion(earlier: readonly string[]): Segment | undefined {
  for (const message of earlier.slice(-MOST_BACK).toReversed()) {
    const asking = readSegments(plainWords(message)).filter(({ asks }) => asks)
    const [first] = asking
    if (first !== undefined)
      return asking.length === 1 ? first : readSegments(asking.map(({ text }) => text).join('，'))[0]
  }
  return undefined
}
