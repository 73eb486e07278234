import { clausesOf } from '../clause.ts'
import { isJudged, type Asked } from './asked.ts'
import { doneFor, namedIn, subjectOf, type Mention } from './people.ts'
import { timeOf } from './times.ts'

/** A clause of an answer, and whom it is about. */
export type Clause = {
  readonly start: number
  readonly end: number
  readonly words: string
  /** By its own words or by those of the clause before. */
  readonly who: Mention | undefined
  /** It names that person itself. */
  readonly named: boolean
}

type Stretch = { readonly start: number; readonly end: number }

/** The clauses of folded text; one that tells of two times (以前在漳州现在在厦门) is two. */
export function tellClauses(folded: string, asked: Asked): Clause[] {
  const clauses: Clause[] = []
  let who: Mention | undefined
  let other: Mention | undefined
  const roles = Array.from(folded.matchAll(I_AM), ({ groups }) => groups?.['role'] ?? '')
  for (const span of clausesOf(folded).flatMap((clause) => splitAtTurn(folded, clause))) {
    const words = folded.slice(span.start, span.end)
    const own = isRole(words, roles) ? HERSELF : introduced(clauses.at(-1)?.words, subjectOf(words, !isJudged(asked)))
    const subject = own?.person === 'third' ? (other ?? own) : own
    const chosen = subject === undefined && CHOOSES.test(words) ? namedIn(words) : undefined
    const spokenOf = subject ?? chosen
    if (spokenOf !== undefined && spokenOf.person !== 'self') other = spokenOf
    // 楼上仓库二十平，店面四十平: what goes on need not be a stranger's.
    const carried = who?.person === 'stranger' ? undefined : who
    who = spokenOf ?? doneFor(words) ?? carried
    clauses.push({ ...span, words, who, named: subject !== undefined })
  }
  return clauses
}

/** my colleague got 8000 but I got 5500. */
const ENGLISH_TURN = /(?<=\S)\s(?=(?:but|while|whereas) )/iu

function splitAtTurn(folded: string, clause: Stretch): Stretch[] {
  const { start, end } = clause
  const turn = ENGLISH_TURN.exec(folded.slice(start, end))?.index
  return turn === undefined
    ? splitAtTime(folded, clause)
    : [...splitAtTime(folded, { start, end: start + turn }), { start: start + turn + 1, end }]
}

const TURNS = /(?<=[^，,。；;！!？?\n])(?=(?:而|但|到)?(?:现在|后来|如今)(?!的))/gu

function splitAtTime(folded: string, { start, end }: Stretch): Stretch[] {
  const words = folded.slice(start, end)
  const turn = Array.from(words.matchAll(TURNS), ({ index }) => index).find(
    (index) => timeOf(words.slice(0, index)) === 'before',
  )
  if (turn === undefined) return [{ start, end }]
  return [
    { start, end: start + turn },
    { start: start + turn, end },
  ]
}

const HERSELF: Mention = { person: 'self', word: '我' }
/** 我是业主: what is told of the 业主 is told of her. */
const I_AM = /(?<=^|[，,。；;！!\s])我(?:就|才)?[是算](?<role>\p{Script=Han}{2,4})(?=$|[，,。；;！!\s])/gu

function isRole(words: string, roles: readonly string[]): boolean {
  return roles.some((role) => words.trimStart().startsWith(role))
}

/** 办证的是我哥: who somebody is, told after what is done for them. */
const CHOOSES = /的(?:人|那个)?(?:就)?是/u
const INTRODUCES = /(?:由我|我来|就是我|是我|我办|我跑)[^，,]{0,2}$/u

/** 由我来，孙媳妇何某: she says who she is. */
function introduced(before: string | undefined, subject: Mention | undefined): Mention | undefined {
  if (subject === undefined || subject.person === 'self' || before === undefined) return subject
  return INTRODUCES.test(before) && namedIn(before) === undefined ? HERSELF : subject
}
