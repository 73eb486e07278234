import { clauseBefore } from '../clause.ts'
import { overlaps, type Span } from './corrections.ts'
import type { Claim, FieldsContext, FieldToRead } from './field.ts'

const OPEN = new Set<string>(['choice', 'yes-no'])
/** 我是她弟弟, 她是我妈, 当妈的: says who somebody is to whom. */
const IS_SOMEBODY =
  /(?:^|[，,。；;])[^，,。；;]{0,4}(?:我|[他她]|人|主|[爸妈哥姐弟妹])(?:就|也)?(?:是|当)[^，,。；;]{0,4}$/u

/**
 * Words answer one question: what another choice knows of those that answer the one that was asked, or stand right beside
 * them (灵活就业的社保补贴), tells no more. Nor do kin (户口落在他爷爷那边) tell a relation, unless somebody is said to be it.
 */
export function dropBeside(taken: Claim[], folded: string, asked: string | undefined): void {
  const answer = taken.find(({ field }) => field.id === asked && OPEN.has(field.element))
  for (let at = taken.length - 1; at >= 0; at -= 1) {
    const { field, reading, labelled } = taken[at] ?? {}
    if (field === undefined || reading === undefined || field.id === asked) continue
    const told = field.element === 'text' && reading.confidence < 0.8
    if (labelled === true && !told) continue
    const guess = told || OPEN.has(field.element)
    const beside = answer !== undefined && guess && isBeside(folded, reading, answer.reading)
    const kin = asked !== undefined && field.element === 'choice' && /关系/.test(field.label)
    if (beside || (kin && !IS_SOMEBODY.test(folded.slice(0, reading.start)))) taken.splice(at, 1)
  }
}

/** Whether no more than 的 stands between two stretches. */
function isBeside(folded: string, one: Span, other: Span): boolean {
  return (
    overlaps(one, other) ||
    /^(?:的|那个|这个)?$/.test(folded.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))
  )
}

/** 合同没有，房东不给，怎么办: what she wants help with, and no answer to what was not asked. */
export function isAskedAbout({ field }: Claim, folded: string, { asked }: FieldsContext): boolean {
  return field.id !== asked && OPEN.has(field.element) && /(?:怎么|咋)办[啊呀呢？?。！!\s]*$/u.test(folded)
}

/** 叫老灶台, asked what a shop is called: no person's name, where nobody is named. */
export function isCalledSo(
  { field, reading }: Claim,
  folded: string,
  fields: readonly FieldToRead[],
  { asked }: FieldsContext,
): boolean {
  if (field.element !== 'name' || field.id === asked) return false
  const title = fields.find(({ id, element }) => id === asked && element === 'text')
  return (
    title !== undefined &&
    /[店字]名|字号|名称/u.test(title.label) &&
    /^(?:就|想|打算|店)*叫$/u.test(clauseBefore(folded, reading.start).trim())
  )
}
