import type { ElementId } from '../element.ts'
import { isChild, isElder, isSomebodyElse, mayBeHerself, ORGANISATION, ownerOfLabel } from '../fields/owner.ts'
import { addressesHer, isMeasured, isOfHousehold, type Asked } from './asked.ts'
import type { Clause } from './tell-clauses.ts'

/** Whether a clause is about the one the question asks for; undefined where it may be. */
export function isWanted(clause: Clause, asked: Asked): boolean | undefined {
  const { who } = clause
  if (who === undefined) return undefined
  if (hasLabel(clause, asked)) return true
  const owner = ownerOfLabel(asked.label)
  if (owner !== undefined && isChild(owner)) return who.person === 'child' || who.person === 'kin' ? undefined : false
  if (owner !== undefined && isElder(owner)) return who.person === 'self' ? false : who.person === 'elder' || undefined
  if (owner !== undefined && isSomebodyElse(owner)) return who.person === 'self' ? false : undefined
  // 请问参保人的姓名: whoever it is.
  if (IDENTITY.has(asked.element) && owner === undefined && !addressesHer(asked)) return undefined
  if (owner !== undefined && owner !== ORGANISATION && !mayBeHerself(owner)) return undefined
  if (asked.acts && owner === undefined) return undefined
  if (who.person === 'self') return true
  if (who.person === 'stranger' || who.person === 'kin') return false
  return isOfHousehold(asked) && !isApart(clause) ? undefined : false
}

const IDENTITY = new Set<ElementId>(['name', 'citizen-id'])
const GENERIC = /姓名|名字|号码|手机号?|联系|电话|方式|本人|身份证|的/g

/** 户主 in 户主是我爷爷: the clause names the one who is asked for. */
export function hasLabel({ words }: Clause, { element, label, labels }: Asked): boolean {
  if (!IDENTITY.has(element) && element !== 'mobile') return false
  return [label, ...labels].some((name) => {
    const stem = name.replaceAll(GENERIC, '')
    return stem.length >= 2 && words.includes(stem)
  })
}

/** 我姐家, 爸妈那边: a household of their own. */
function isApart({ words }: Clause): boolean {
  return /两口子|那边|家(?![里人属])|那[户家]/u.test(words)
}

/** Whether what is told of others can be no answer: an amount of a neighbour, what her brother is. */
export function isOnlyOfOthers(others: readonly Clause[], asked: Asked): boolean {
  if (asked.element === 'choice') return isOfHerself(asked) && others.every(({ who }) => who?.person !== 'child')
  if (!isMeasured(asked)) return false
  const apart = others.every((clause) => clause.who?.person === 'stranger' || isApart(clause))
  return apart || (addressesHer(asked) && !isOfHousehold(asked))
}

/** What she is or has is asked, and not what she wants: 您的学历, 您属于…. */
function isOfHerself(asked: Asked): boolean {
  return /您(?:的|是|属于|自己)/.test(asked.ask) && !isOfHousehold(asked)
}
