import { AppError } from '../../errors.ts'
import { caseTalk } from '../telling/case-talk.ts'
import { withCodeMasked } from './masked-code.ts'
import type { Rooms } from '../rooms.ts'
import { errorIn, speechIn } from '../speech.ts'
import type { StepResult, Turn } from '../turn.ts'

const RECEIPT = /(?<![A-Za-z0-9])XM\s?\d{8}\s?[-–—]?\s?[A-Z0-9]{9}(?![A-Za-z0-9])/iu
const CODE = /(?<![A-Za-z0-9-])[2-9A-HJKMNP-Z]{4}[\s-]?[2-9A-HJKMNP-Z]{4}(?![A-Za-z0-9])/iu
const NAMED = /查询码|查詢碼|query code/iu
const ONLY_CODE = new RegExp(`^\\s*${CODE.source}[\\s。.]*$`, 'iu')

/** Whether the words are a receipt number or the query code that was asked for, and nothing can be said about their language. */
export function bringsCase(turn: Turn): boolean {
  return RECEIPT.test(turn.words) || (ONLY_CODE.test(turn.words) && receiptBefore(turn) !== undefined)
}

/** Whether the words bring the query code that was asked for. A code of letters alone looks like any other words. */
export function bringsCode(turn: Turn): boolean {
  return namesCode(turn) && CODE.test(turn.words) && receiptBefore(turn) !== undefined
}

function namesCode({ words }: Turn): boolean {
  return NAMED.test(words) || ONLY_CODE.test(words)
}

/**
 * A case of another conversation, by the receipt number and the query code that only its citizen was given. The code may
 * follow in a message of its own. Undefined when the words bring neither, or the case is one of this conversation.
 */
export async function trackCase(
  { content, counter }: Pick<Rooms, 'content' | 'counter'>,
  given: Turn,
): Promise<StepResult | undefined> {
  const receipt = RECEIPT.exec(given.words)?.[0]
  const earlier = receipt ?? (namesCode(given) ? receiptBefore(given) : undefined)
  if (earlier === undefined) return undefined
  if (given.inHand.cases.some(({ receiptNumber }) => isSame(receiptNumber, earlier))) return undefined
  const code = CODE.exec(receipt === undefined ? given.words : given.words.replace(receipt, ' '))?.[0]
  const turn = code === undefined ? given : withCodeMasked(given, code)
  const say = speechIn(content(), turn.locale)
  const told = (text: string): StepResult => {
    turn.write({ type: 'text', text })
    return { turn, outcome: { outcome: 'status', engine: 'none' } }
  }
  if (code === undefined) return told(say('track-needs-code', { receipt: earlier.toUpperCase() }))
  try {
    return told(caseTalk(say, await counter.caseByCode(earlier, code)))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'too-many-requests') return told(errorIn(say, error))
    if (error.code !== 'not-found') throw error
    return told(say('case-not-found'))
  }
}

/** The receipt number of the citizen's message before this one. */
function receiptBefore({ inHand }: Turn): string | undefined {
  const before = inHand.history.findLast(({ role }) => role === 'user')
  return before === undefined ? undefined : RECEIPT.exec(before.text)?.[0]
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return plain(one) === plain(other)
}
