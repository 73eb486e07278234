import type { Briefing } from '../briefing.ts'
import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import { namedService, namesTitle } from './subject.ts'

const LEAD = '(?:我们?|咱们?|那|还是|现在|这次|就|又|先|算了)*'
const DO = '(?:办理?|开办?|弄|搞|申请|申领|申报|领|注册|登记|要|换|补|签|迁|提取?|做|报)'
const THING = '[^，,。；;！!？?]{1,14}?'
/** 不开公司了, 护照先不办了: a matter given up. */
const GIVEN_UP = [
  new RegExp(`^${LEAD}(?:不|别|甭)(?:想|要|打算|准备|用|再)*${DO}${THING}了(?:吧|啦)?$`, 'u'),
  new RegExp(`^${LEAD}${THING}(?:先|就|我)*(?:不|别)(?:想|要|打算|再)*${DO}了(?:吧|啦)?$`, 'u'),
  new RegExp(`^${LEAD}(?:${THING})?(?:就|还是)?算了(?:吧)?$`, 'u'),
]
/** 不是护照, 不想办护照: given up only where the words beside it name what it is instead. */
const DENIED = new RegExp(
  `^${LEAD}(?:[要想]办?的|说的|问的)?(?:并|可)?不(?:是|(?:想|要|打算|准备)${DO}?)(?<what>${THING})$`,
  'u',
)
/** What leads from the one to the other: 改办, 而是, 换成. */
const INSTEAD = new RegExp(`^${LEAD}(?:而|就|改|换|转|直接)*(?:是|成|为|${DO})*(?:一?下|一?[个张本])?`, 'u')
const DOES = new RegExp(`^${LEAD}(?:改|换|转|直接|去|来)*(?:办|开|弄|搞|申|注册|登记)`, 'u')
const ASKS = /[?？吗呢]|怎么|如何|什么|哪|多少|几|能不能|可不可以|是不是|问一?下|[想再]问|咨询|打听|了解/u
const CLAUSES = /[，,。；;！!\s]+|(?<=不[是想要][^，,。；;！!？?\s]{1,14})(?=而是|(?<![不就])是(?!不))/u

/**
 * Her words without the matter she gives up, where they name another that she wants instead: 我不开公司了，我要办个体户.
 * As they stand where no mind is changed.
 */
export function withoutGivenUp(words: string, briefing: Briefing): string {
  const clauses = clausesOf(words)
  const kept = clauses.filter((clause) => !isGivenUp(plainWords(clause), briefing))
  if (kept.length === 0 || kept.length === clauses.length) return words
  const rest = plainWords(kept.join('，'))
  const wanted = namedService(rest, briefing)
  if (wanted === undefined || wanted.token === briefing.application?.service) return words
  if (clauses.some((clause) => isSame(clause, wanted.token, kept, briefing))) return words
  if (hear(rest).acts.includes('apply') || ASKS.test(rest)) return kept.join('，')
  const about = kept
    .map((clause, at) => (at === 0 ? clause.replace(INSTEAD, '').replace(/吧$/u, '') : clause))
    .join('，')
  // Who has a form in hand, or says what to do, wants it done; else it is what she asks about.
  return briefing.application !== undefined || DOES.test(rest) ? `我要办${about}` : `${about}呢`
}

/** True when what she gives up beside another matter is the form in hand: 护照算了，想了解居住证. */
export function leavesForm(words: string, briefing: Briefing): boolean {
  return withoutGivenUp(words, briefing) !== words && besideGivenUp(words, briefing) !== undefined
}

/** What she says beside giving up the form in hand: 接着办孩子的 of 护照不办了，接着办孩子的. Undefined where she does not give it up. */
export function besideGivenUp(words: string, briefing: Briefing): string | undefined {
  const { application } = briefing
  if (application === undefined) return undefined
  const clauses = clausesOf(words).map(plainWords)
  const givenUp = clauses.filter((clause) => isGivenUp(clause, briefing))
  const own = givenUp.some((clause) => {
    const named = namedService(clause, briefing)?.token
    return named === undefined || named === application.service
  })
  return own ? clauses.filter((clause) => !givenUp.includes(clause)).join('，') : undefined
}

function clausesOf(words: string): string[] {
  return words.split(CLAUSES).filter((clause) => clause !== '')
}

function isGivenUp(clause: string, briefing: Briefing): boolean {
  if (GIVEN_UP.some((pattern) => pattern.test(clause))) return true
  const what = DENIED.exec(clause)?.groups?.['what']
  if (what === undefined) return false
  return namedService(what, briefing) !== undefined || namesTitle(what, briefing.application?.title ?? '')
}

/** What is given up is not what is wanted. */
function isSame(clause: string, token: string, kept: readonly string[], briefing: Briefing): boolean {
  return !kept.includes(clause) && namedService(plainWords(clause), briefing)?.token === token
}
