import { clausesOf } from '../clause.ts'
import { isMeasured, type Asked } from './asked.ts'
import { tellClauses, type Clause } from './tell-clauses.ts'
import { timeOf } from './times.ts'
import { withoutOthers } from './told-of.ts'

/** The part of an answer that is about what was asked. */
export type AnsweringPart = {
  /** Stretches of the text, in order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** Nothing else answers, even where no value is read from these clauses. */
  readonly strict: boolean
}

/** Questions about whom something is for, who somebody is, or how many there are, are answered by naming people. */
const OF_PEOPLE = /关系|什么人|谁|随|亲友|您要办|人数|几口人/

/**
 * The clauses of an answer that tell what was asked, where others tell of somebody else (同事七千，我五千五), of another time
 * (以前是…，现在是…), or of what is not chosen. Undefined where nothing is set against anything, and the whole answer counts.
 * Expects folded text.
 */
export function answeringPart(folded: string, asked: Asked): AnsweringPart | undefined {
  if (OF_PEOPLE.test(`${asked.label}${asked.ask}`)) return undefined
  const clauses = tellClauses(folded, asked)
  const referred = isMeasured(asked) ? clauseReferredTo(clauses) : undefined
  if (referred !== undefined) return { spans: [{ start: referred.start, end: referred.end }], strict: true }
  const hers = withoutOthers(clauses, asked)
  const present = withoutFormer(hers.kept, asked)
  const left = withoutRejected(present, asked)
  if (left.length === clauses.length) return undefined
  const strict = hers.strict || present.length < hers.kept.length
  return { spans: left.map(({ start, end }) => ({ start, end })), strict }
}

const REFERS = /^(?:就|还是|那就|应该)?按(?<word>\p{Script=Han}{2,6}?)的?(?:那个|数)?(?:算|来|填|写)[了吧的]*$/u

/** 说好六千五，到手五千八，按说好的算: the clause that she calls the one that counts. */
function clauseReferredTo(clauses: readonly Clause[]): Clause | undefined {
  const word = REFERS.exec(clauses.at(-1)?.words.trim() ?? '')?.groups?.['word']
  const meant = word === undefined ? [] : clauses.slice(0, -1).filter(({ words }) => words.includes(word))
  return meant.length === 1 ? meant[0] : undefined
}

/** Words by which she settles on one of what she has named: 现在住的是租的, 要办明年的. */
const DECIDES =
  /^(?:但是?|而|不过|那)?(?:[跟随](?!我)|落(?:在|到)?(?!不)|这[次回]|现在|后来|最后|其实|算了|就(?!是)|要|打算)/u

/** The one clause that settles which of several options it is; undefined where none or several do. */
export function decidingPart(folded: string): AnsweringPart['spans'] | undefined {
  const clauses = clausesOf(folded)
  const deciding = clauses.filter(({ start, end }) => DECIDES.test(folded.slice(start, end).trim()))
  return clauses.length > 1 && deciding.length === 1 ? deciding : undefined
}

const NUMERAL = /[\d一二两三四五六七八九十百千万半]/u
/** Questions about what was, or about all that ever was. */
const OF_BEFORE = /原|旧|以前|之前|曾|过[吗了没]|累计|连续|一共|总共/
/** 不转福州了, 不是加拿大: what it is not, before what it is. */
const GIVEN_UP = /^(?:已经)?不(?:是|转|去|要|选|用|落|到)[^，,。；;]{1,10}$/u

const POINTS_BACK = /^(?:[哦噢啊呃]|不对|不是|错了|\s)*[那这](?:个|张|部)?(?:是|号)/u

function isCalledFormer(next: Clause | undefined, time: 'before' | 'now' | undefined): boolean {
  return next !== undefined && time === 'before' && POINTS_BACK.test(next.words) && !NUMERAL.test(next.words)
}

/** 谈到两千六: what was asked for before is over. */
const AGREED = /[砍谈让降涨]到|成交/u

function withoutFormer(clauses: readonly Clause[], asked: Asked): readonly Clause[] {
  if (OF_BEFORE.test(asked.label + asked.ask)) return clauses
  const agreed = asked.element === 'money' && clauses.some(({ words }) => AGREED.test(words))
  const told = clauses.map(({ words }) => {
    if (asked.element === 'text' && GIVEN_UP.test(words)) return 'before'
    const said = timeOf(words, asked.element === 'money')
    return said ?? (isMeasured(asked) && NUMERAL.test(words) ? (agreed ? 'before' : 'now') : undefined)
  })
  // 那是旧卡 tells of the number before it.
  const times = told.map((time, at) =>
    time === undefined && isCalledFormer(clauses[at + 1], told[at + 1]) ? 'before' : time,
  )
  if (!times.includes('before') || !times.includes('now')) return clauses
  return clauses.filter((_, at) => times[at] !== 'before')
}

const REJECTED = /不算(?!的话)|别[打拨找]|停机|作废|注销|销了|打不通|不用了|报废|卖(?:掉|了)|退掉|不能用/u
/** What is no longer there, and has to be taken off what was said before. */
const LOST = /报废|卖(?:掉|了)|退掉|丢了/u
const REMAINS = /剩|还在|成交|到手|只有|[算归]我|名下/u
const COUNTED = new Set(['money', 'number', 'mobile'])

/** 挂靠的三辆不算，自己的两辆; 七台，两台卖掉了，五台还在. */
function withoutRejected(clauses: readonly Clause[], { element }: Asked): readonly Clause[] {
  if (!COUNTED.has(element)) return clauses
  const counted = clauses.filter(({ words }) => NUMERAL.test(words))
  const standing = counted.filter(({ words }) => !REJECTED.test(words))
  const remaining = element === 'mobile' ? [] : standing.filter(({ words }) => REMAINS.test(words))
  const takenOff = counted.some(
    ({ words, start }) => LOST.test(words) && !words.includes('不算') && standing.every((one) => one.start < start),
  )
  const kept = remaining.length === 1 ? remaining : takenOff ? [] : standing
  return kept.length === counted.length ? clauses : clauses.filter((clause) => kept.includes(clause))
}
