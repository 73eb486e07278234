import { clausesOf } from '../clause.ts'
import type { ElementId } from '../element.ts'
import { isActor, isChild, isSomebodyElse, ORGANISATION, ownerOfLabel, SELF } from '../fields/owner.ts'
import { doneFor, namedIn, subjectOf, type Mention } from './people.ts'
import { timeOf } from './times.ts'

/** What is asked, as far as it tells whose value, and of which time, answers. */
export type Asked = {
  readonly element: ElementId
  readonly label: string
  readonly labels: readonly string[]
  readonly ask: string
  /** The form is filled for another, so that what is told of anybody may be the answer. */
  readonly acts: boolean
}

/** The part of an answer that is about what was asked. */
export type AnsweringPart = {
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** Nothing else answers, even where no value is read from these clauses. */
  readonly strict: boolean
}

type Clause = {
  readonly start: number
  readonly end: number
  readonly words: string
  /** Whom it is about, by its own words or by those of the clause before. */
  readonly who: Mention | undefined
  readonly named: boolean
}

const MEASURED = new Set<ElementId>(['money', 'number', 'date'])
const OTHERWISE = /关系|什么人|谁|随|亲友|您要办/
/** A question about a household is answered of any who live in it. */
const HOUSEHOLD = /[全一您你]家|家[里庭人]|一起|配偶|双方|两个人|全部|所有/
/** 我姐家, 爸妈那边: a household of their own. */
const APART = /(?:两口子|那边|家(?![里人属])|那[户家])/u

/**
 * The clauses of an answer that tell what was asked, where others tell of somebody else, of another time, or of what is not
 * chosen: 同事七千，我五千五. Undefined where nothing is set against anything, and the whole answer counts.
 */
export function answeringPart(folded: string, asked: Asked): AnsweringPart | undefined {
  if (OTHERWISE.test(`${asked.label}${asked.ask}`)) return undefined
  const clauses = tell(folded)
  const byPerson = withoutOthers(folded, clauses, asked)
  const kept = withoutFormer(byPerson.kept, asked)
  const left = withoutRejected(kept, asked.element)
  if (left.length === clauses.length) return undefined
  const strict = byPerson.strict || kept.length < byPerson.kept.length
  return { spans: left.map(({ start, end }) => ({ start, end })), strict }
}

/** Words by which she settles on one of what she has named: 现在住的是租的, 要办明年的. */
const DECIDES = /^(?:但是?|而|不过|那)?(?:这[次回]|现在|后来|最后|其实|算了|就(?!是)|要|打算)/u

/** The one clause that settles which of several options it is; undefined where none or several do. */
export function decidingPart(folded: string): AnsweringPart['spans'] | undefined {
  const clauses = clausesOf(folded)
  const deciding = clauses.filter(({ start, end }) => DECIDES.test(folded.slice(start, end).trim()))
  return clauses.length > 1 && deciding.length === 1 ? deciding : undefined
}

const TURNS = /(?<=[^，,。；;！!？?\n])(?=(?:而|但|到)?(?:现在|后来|如今)(?!的))/gu

function tell(folded: string): Clause[] {
  const clauses: Clause[] = []
  let who: Mention | undefined
  let other: Mention | undefined
  const roles = Array.from(folded.matchAll(I_AM), ({ groups }) => groups?.['role'] ?? '')
  for (const span of clausesOf(folded).flatMap((clause) => splitAtTurn(folded, clause))) {
    const words = folded.slice(span.start, span.end)
    const own = isRole(words, roles) ? HERSELF : introduced(clauses.at(-1)?.words, subjectOf(words))
    const subject = own?.person === 'third' ? (other ?? own) : own
    if (subject !== undefined && subject.person !== 'self') other = subject
    // 中介挂两百八，最后…成交: what came of it is no longer his.
    const carried = who?.person === 'stranger' && timeOf(words, true) === 'now' ? undefined : who
    who = subject ?? doneFor(words) ?? carried
    clauses.push({ ...span, words, who, named: subject !== undefined })
  }
  return clauses
}

/** 以前在漳州现在在厦门: two times in one clause. */
function splitAtTurn(folded: string, { start, end }: { start: number; end: number }) {
  const words = folded.slice(start, end)
  const at = Array.from(words.matchAll(TURNS), ({ index }) => index).find(
    (index) => timeOf(words.slice(0, index)) === 'before',
  )
  return at === undefined
    ? [{ start, end }]
    : [
        { start, end: start + at },
        { start: start + at, end },
      ]
}

const HERSELF: Mention = { person: 'self', word: '我' }
/** 我是业主: what is told of the 业主 is told of her. */
const I_AM = /(?<=^|[，,。；;！!\s])我(?:就|才)?[是算](?<role>\p{Script=Han}{2,4})(?=$|[，,。；;！!\s])/gu

function isRole(words: string, roles: readonly string[]): boolean {
  return roles.some((role) => words.trimStart().startsWith(role))
}

const INTRODUCES = /(?:由我|我来|就是我|是我|我办|我跑)[^，,]{0,2}$/u

/** 由我来，孙媳妇何梦: she says who she is. */
function introduced(before: string | undefined, subject: Mention | undefined): Mention | undefined {
  if (subject === undefined || subject.person === 'self' || before === undefined) return subject
  return INTRODUCES.test(before) ? HERSELF : subject
}

/** 要上学的是…, 这次给…: which of several it is. */
const CHOSEN =
  /(?:[办领报离用转]|上学|报名|参保|申请|登记|上户口|落户|入学|受伤|办证|走|去世)的(?:人|孩子|那个|这个)?(?:就)?[是叫]|^(?:但|而)?(?:这次|这回|这趟|今天)(?!.*不)/u
/** 我是他妈妈…: who she is to the one it is about. */
const RELATES =
  /我(?:就)?是(?:[他她]|老人|孩子|娃)(?:们)?家?的?(?:亲|大|小)?[爸妈爷奶哥姐弟妹舅叔姑姨儿女孙父母老外婆公]/u
const REJECTS = /(?:这次|这回|先)?不(?:是)?(?:用|给|要)?(?:办|帮|替|领|报)/u
/** 先转东莞的, 就选农业银行: which of several things named she wants. */
const SETTLES = /^(?:那)?(?:这次|先|就|只)?(?:转|选|按)(?![过了])(?!.*[不没]).{2,8}(?:的|那[家份边])?$/u
const PUT_OFF = /还没|[没未](?:定|取|起|谈|想|讲|说)|等下|等会|回头|晚点|再(?:说|讲|给|发)|要看|要问|到现在没/u

/** 我跟她不是一起申请的: who belongs to the household is told, and not what is asked of it. */
const NOT_TOGETHER = /不(?:是|算|跟|和|与)[^，,。；;]{0,4}(?:一起|一家|一户|一个户口)/u

function withoutOthers(
  folded: string,
  clauses: readonly Clause[],
  asked: Asked,
): { kept: readonly Clause[]; strict: boolean } {
  const all = { kept: clauses, strict: false }
  const rejected = clauses.find(({ words }) => REJECTS.test(words) && !CHOSEN.test(words))?.who
  if (rejected !== undefined && rejected.person !== 'self' && !doesTold(asked))
    return { kept: clauses.filter(({ who }) => !isSame(who, rejected)), strict: true }
  const putOff = clauses.find(({ words, named, who }) => named && who?.person !== 'self' && PUT_OFF.test(words))?.who
  if (
    putOff !== undefined &&
    asked.element === 'name' &&
    clauses.some(({ who }) => who?.person === 'child' || who?.person === 'kin')
  )
    return { kept: clauses.filter(({ who }) => isSame(who, putOff)), strict: true }
  if (asked.element === 'name' && !/[您你]/.test(asked.ask) && !isActor(ownerOfLabel(asked.label))) {
    const others = clauses.filter((clause) => !(RELATES.test(clause.words) && !hasLabel(clause, asked)))
    if (others.length < clauses.length) return { kept: others, strict: true }
  }
  const at = clauses.findIndex(({ words }) => CHOSEN.test(words) || doneFor(words) !== undefined)
  const chosen = clauses[at]
  if (chosen !== undefined && !doesTold(asked) && asked.element !== 'mobile') {
    const person = doneFor(chosen.words) ?? namedIn(chosen.words)
    const kept = clauses.filter(
      (clause, k) =>
        clause === chosen ||
        clause.who === undefined ||
        isSame(clause.who, person) ||
        hasLabel(clause, asked) ||
        (k > at && !clause.named),
    )
    if (kept.length < clauses.length) return { kept, strict: false }
  }
  if (HOUSEHOLD.test(asked.ask) && NOT_TOGETHER.test(folded)) return all
  const settled = asked.element === 'text' ? clauses.filter(({ words }) => SETTLES.test(words)) : []
  if (settled.length === 1 && clauses.length > 1) return { kept: settled, strict: true }
  const wanted = clauses.filter((clause) => clause.named && isWanted(clause, asked) === true)
  const others = clauses.filter((clause) => isWanted(clause, asked) === false)
  if (others.length === 0) return all
  const kept = clauses.filter((clause) => !others.includes(clause))
  if (wanted.length > 0) {
    const own = wanted.some(({ words }) => PUT_OFF.test(words) || /我(?:们?自己|本人)?的/u.test(words))
    return { kept, strict: own || MEASURED.has(asked.element) }
  }
  return isOnlyOfOthers(others, asked) ? { kept, strict: true } : all
}

/** Whether what is told of others can be no answer: an amount of a neighbour, what her brother is. */
function isOnlyOfOthers(others: readonly Clause[], { element, ask }: Asked): boolean {
  const ofHer = !HOUSEHOLD.test(ask)
  if (element === 'choice')
    return ofHer && /您(?:的|是|属于|自己)/.test(ask) && others.every(({ who }) => who?.person !== 'child')
  if (!MEASURED.has(element)) return false
  const apart = others.every(({ who, words }) => who?.person === 'stranger' || APART.test(words))
  return apart || (ofHer && /[您你]/.test(ask))
}

/** A yes, an option or an amount may be told of somebody chosen in the same breath. */
function doesTold({ element }: Asked): boolean {
  return element === 'choice' || element === 'yes-no'
}

function isSame(one: Mention | undefined, other: Mention | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return one.word === other.word || (one.person === 'third' && other.person !== 'self')
}

const GENERIC = /姓名|名字|号码|手机号?|联系|电话|方式|本人|身份证|的/g
const OF_PERSONS = new Set<ElementId>(['name', 'mobile', 'citizen-id'])

/** 户主 in 户主是我爷爷: the clause names the one who is asked for. */
function hasLabel({ words }: Clause, { element, label, labels }: Asked): boolean {
  if (!OF_PERSONS.has(element)) return false
  return [label, ...labels].some((name) => {
    const stem = name.replaceAll(GENERIC, '')
    return stem.length >= 2 && words.includes(stem)
  })
}

/** Whether a clause is about the one the question asks for; undefined where it may be. */
function isWanted(clause: Clause, asked: Asked): boolean | undefined {
  const { who } = clause
  if (who === undefined || hasLabel(clause, asked)) return who === undefined ? undefined : true
  const owner = ownerOfLabel(asked.label)
  if (owner !== undefined && isChild(owner)) return who.person === 'child' || who.person === 'kin' ? undefined : false
  if (owner !== undefined && isSomebodyElse(owner)) return who.person === 'self' ? false : undefined
  // 请问参保人的姓名: whoever it is.
  if (OF_PERSONS.has(asked.element) && asked.element !== 'mobile' && owner === undefined && !/[您你]/.test(asked.ask))
    return undefined
  if (owner !== undefined && owner !== SELF && owner !== ORGANISATION && !isActor(owner)) return undefined
  if (asked.acts && owner === undefined) return undefined
  if (who.person === 'self') return true
  if (who.person === 'stranger' || who.person === 'kin') return false
  if (HOUSEHOLD.test(`${asked.label}${asked.ask}`)) return APART.test(clause.words) ? false : undefined
  return false
}

function withoutFormer(clauses: readonly Clause[], { element, label, ask }: Asked): readonly Clause[] {
  if (/原|旧|以前|之前|曾|过[吗了没]|累计|连续|一共|总共/.test(label + ask)) return clauses
  const counts = MEASURED.has(element)
  const times = clauses.map(
    ({ words }) =>
      (element === 'text' && GIVEN_UP.test(words) ? 'before' : timeOf(words, element === 'money')) ??
      (counts && NUMERAL.test(words) ? 'now' : undefined),
  )
  if (!times.includes('before') || !times.includes('now')) return clauses
  return clauses.filter((_, at) => times[at] !== 'before')
}

/** 不转福州了, 不是加拿大: what it is not, before what it is. */
const GIVEN_UP = /^(?:已经)?不(?:是|转|去|要|选|用|落|到)[^，,。；;]{1,10}$/u

const REJECTED = /不算|别[打拨找]|停机|作废|注销|销了|打不通|不用了|报废|卖掉|退掉|不能用/u
const REMAINS = /剩|还在|成交|到手|只有|[算归]我|名下/u
const NUMERAL = /[\d一二两三四五六七八九十百千万半]/u

function withoutRejected(clauses: readonly Clause[], element: ElementId): readonly Clause[] {
  if (element !== 'money' && element !== 'number' && element !== 'mobile') return clauses
  const counted = clauses.filter(({ words }) => NUMERAL.test(words))
  const standing = counted.filter(({ words }) => !REJECTED.test(words))
  const left = standing.length > 0 && standing.length < counted.length ? standing : counted
  const remaining = element === 'mobile' ? [] : left.filter(({ words }) => REMAINS.test(words))
  const kept = remaining.length === 1 && left.length > 1 ? remaining : left
  return kept.length === counted.length ? clauses : clauses.filter((clause) => kept.includes(clause))
}
