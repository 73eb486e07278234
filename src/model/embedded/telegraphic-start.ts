import { readFields, type FieldReading } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import { plainWords } from './plain-words.ts'
import type { Segment } from './segments.ts'
import { namedService } from './subject.ts'

/** What anybody tells of herself who wants to have something done, whatever the form calls it. */
const PARTICULARS = [
  { id: 'name', element: 'name', label: '姓名', labels: ['名字'] },
  { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证号', '身份证'] },
  { id: 'mobile', element: 'mobile', label: '手机号', labels: ['手机', '电话'] },
] as const
const SURE = 0.8
const CLAUSES = /[，,。；;！!\n]+/u

/** The matter that is wanted, and her words without the particulars. */
type Start = { readonly segment: Segment; readonly plain: string }

/**
 * What is wanted by 居住证首次申领，我叫…，身份证…: a matter is named, particulars are given and nothing is asked, so it is to
 * be started. The clause that names the matter wants it; the others tell, and their 身份证 names no matter. Undefined for
 * any other message.
 */
export function telegraphicStart(words: string, segments: readonly Segment[], briefing: Briefing): Start | undefined {
  if (segments.some(({ asks, acts }) => asks || acts.size > 0)) return undefined
  const read = readFields(words, PARTICULARS, { today: briefing.today })
  const given = read.filter(({ confidence, problem }) => confidence >= SURE && problem === undefined)
  if (given.length === 0) return undefined
  const beside = clausesBeside(words, given).map((clause) => plainWords(clause))
  const text = beside.find((clause) => namedService(clause, briefing) !== undefined)
  if (text === undefined) return undefined
  const clause = { text, sections: [], asks: false, open: false, formed: false }
  const acts = new Set(['apply'] as const)
  const segment: Segment = { text, sections: [], acts, asks: false, ownSubject: true, clauses: [clause] }
  return { segment, plain: beside.join('，') }
}

/** The clauses in which no value stands. */
function clausesBeside(words: string, given: readonly FieldReading[]): string[] {
  let start = 0
  return words.split(CLAUSES).filter((clause) => {
    const at = words.indexOf(clause, start)
    start = at + clause.length
    return clause.trim() !== '' && !given.some((value) => value.start < start && at < value.end)
  })
}
