import { isActor, ownerOfLabel } from '../fields/owner.ts'
import { addressesHer, isJudged, isMeasured, isOfHousehold, type Asked } from './asked.ts'
import { doneFor, namedIn, type Mention } from './people.ts'
import type { Clause } from './tell-clauses.ts'
import { hasLabel, isOnlyOfOthers, isWanted } from './wanted.ts'

/** The clauses that are kept; `strict` where nothing else answers, even if they hold no value. */
export type Kept = { readonly kept: readonly Clause[]; readonly strict: boolean }

type Rule = (clauses: readonly Clause[], asked: Asked) => Kept | undefined

/** How an answer tells whose value is meant. The first that applies decides. */
const RULES: readonly Rule[] = [withoutRejected, onlyPutOff, withoutRelating, onlyChosen, onlySettled, onlyWanted]

/** The clauses about the one the question asks for, of an answer that tells of several people. */
export function withoutOthers(clauses: readonly Clause[], asked: Asked): Kept {
  for (const rule of RULES) {
    const kept = rule(clauses, asked)
    if (kept !== undefined) return kept
  }
  return { kept: clauses, strict: false }
}

/** 要上学的是…, 这次给…: which of several it is. */
const CHOSEN =
  /(?:[办领报离用转]|上学|报名|参保|申请|登记|上户口|落户|入学|受伤|办证|走|去世)的(?:人|孩子|那个|这个)?(?:就)?[是叫]|^(?:但|而)?(?:这次|这回|这趟|今天|今年(?=[是轮]))(?!.*不)/u
const REJECTS = /(?:这次|这回|先)?不(?:是)?(?:用|给|要)?(?:办|帮|替|领|报)/u

/** 我姐叫…，这次不办她的. */
function withoutRejected(clauses: readonly Clause[], asked: Asked): Kept | undefined {
  const rejected = clauses.find(({ words }) => REJECTS.test(words) && !CHOSEN.test(words))?.who
  if (rejected === undefined || rejected.person === 'self' || isJudged(asked)) return undefined
  return { kept: clauses.filter(({ who }) => !isSame(who, rejected)), strict: true }
}

const PUT_OFF = /还没|[没未](?:定|取|起|谈|想|讲|说)|等下|等会|回头|晚点|再(?:说|讲|给|发)|要看|要问/u

/** 哥哥叫…，小的名字还没起: the one without a name is the one who is asked for. */
function onlyPutOff(clauses: readonly Clause[], asked: Asked): Kept | undefined {
  const children = clauses.some(({ who }) => who?.person === 'child' || who?.person === 'kin')
  if (asked.element !== 'name' || !children) return undefined
  const putOff = clauses.find(({ words, named, who }) => named && who?.person !== 'self' && PUT_OFF.test(words))?.who
  return putOff && { kept: clauses.filter(({ who }) => isSame(who, putOff)), strict: true }
}

/** 我是他妈妈…, 我是哥哥…: who she is to the one it is about. */
const RELATES =
  /我(?:就)?是(?:爸爸|妈妈|哥哥|姐姐|弟弟|妹妹|儿子|女儿|孙子|孙女|老公|老婆)(?=\p{Script=Han}{2})|我(?:就)?是(?:[他她]|老人|孩子|娃)(?:们)?家?的?(?:亲|大|小)?[爸妈爷奶哥姐弟妹舅叔姑姨儿女孙父母老外婆公]/u

function withoutRelating(clauses: readonly Clause[], asked: Asked): Kept | undefined {
  if (asked.element !== 'name' || addressesHer(asked) || isActor(ownerOfLabel(asked.label))) return undefined
  const kept = clauses.filter((clause) => !RELATES.test(clause.words) || hasLabel(clause, asked))
  return kept.length < clauses.length ? { kept, strict: true } : undefined
}

function onlyChosen(clauses: readonly Clause[], asked: Asked): Kept | undefined {
  if (asked.element === 'mobile') return undefined
  const at = clauses.findIndex(({ words }) => CHOSEN.test(words) || doneFor(words) !== undefined)
  const chosen = clauses[at]
  if (chosen === undefined) return undefined
  if (isJudged(asked)) return addressesHer(asked) ? undefined : onlyOfHim(clauses, chosen, at)
  const person = doneFor(chosen.words) ?? namedIn(chosen.words)
  const kept = clauses.filter(
    (clause, k) =>
      clause === chosen ||
      clause.who === undefined ||
      isSame(clause.who, person) ||
      hasLabel(clause, asked) ||
      (k > at && !clause.named),
  )
  return kept.length < clauses.length ? { kept, strict: false } : undefined
}

/** 我是厦门的，我爸是南平的，办的是我爸的: asked of whom the matter is, what is told of that one. */
function onlyOfHim(clauses: readonly Clause[], chosen: Clause, at: number): Kept | undefined {
  const called = doneFor(chosen.words) ?? namedIn(chosen.words)
  const before = clauses.slice(0, at).findLast(({ named, who }) => named && who?.person !== 'self')?.who
  const person = called?.person === 'third' ? (before ?? called) : called
  if (person === undefined || person.person === 'self') return undefined
  const kept = clauses.filter(
    (clause) => isSame(clause.who, person) || (clause !== chosen && clause.who?.person === 'third'),
  )
  const told = kept.filter((clause) => clause !== chosen)
  return told.length > 0 && kept.length < clauses.length ? { kept: told, strict: true } : undefined
}

/** 先转东莞的, 就选农业银行: which of several things named she wants. */
const SETTLES = /^(?:那)?(?:这次|先|就|只)?(?:转|选|按)(?![过了])(?!.*[不没]).{2,8}(?:的|那[家份边])?$/u

function onlySettled(clauses: readonly Clause[], { element }: Asked): Kept | undefined {
  if (element !== 'text' || clauses.length < 2) return undefined
  const settled = clauses.filter(({ words }) => SETTLES.test(words))
  return settled.length === 1 ? { kept: settled, strict: true } : undefined
}

/** 我跟她不是一起申请的: who belongs to the household is told, and not what is asked of it. */
const NOT_TOGETHER = /不(?:是|算|跟|和|与).{0,4}(?:一起|一家|一户|一个户口)/u

/** 同事七千，我五千五. */
function onlyWanted(clauses: readonly Clause[], asked: Asked): Kept | undefined {
  if (isOfHousehold(asked) && clauses.some(({ words }) => NOT_TOGETHER.test(words))) return undefined
  const others = clauses.filter((clause) => isWanted(clause, asked) === false)
  if (others.length === 0) return undefined
  const kept = clauses.filter((clause) => !others.includes(clause))
  const wanted = clauses.filter((clause) => clause.named && isWanted(clause, asked) === true)
  if (wanted.length === 0) return isOnlyOfOthers(others, asked) ? { kept, strict: true } : undefined
  const own = wanted.some(({ words }) => PUT_OFF.test(words) || /我(?:们?自己|本人)?的/u.test(words))
  const apart = isJudged(asked) && others.every(({ who }) => who?.person === 'kin' || who?.person === 'stranger')
  return { kept, strict: own || apart || isMeasured(asked) }
}

/** Whether two mentions may be of one person; 他 is anybody but her. */
function isSame(one: Mention | undefined, other: Mention | undefined): boolean {
  if (one === undefined || other === undefined) return false
  return one.word === other.word || (one.person === 'third' && other.person !== 'self')
}
