import type { ElementContext } from '../element.ts'

/** What a question says to write where there is nothing to tell: 还没定写“未定”, 没有物业写“没有”. */
const TO_WRITE = /(?<when>还没定|没有(?<what>\p{Script=Han}{0,4}?))写“(?<word>[^”]+)”/u
const UNDECIDED = /(?:还没|没有?|未)(?:人)?(?:决?定|找|选|挑|想好|请|谈|签)|未定/u

/** The word that the question itself gives for what is undecided or not there, where the answer says so. */
export function wordForNone(whole: string, { ask = '' }: ElementContext): string | undefined {
  const { when, what, word } = TO_WRITE.exec(ask)?.groups ?? {}
  if (when === undefined || /[?？]|[吗呢么]$|不(?:知道|清楚|晓得|确定|记得)/.test(whole)) return undefined
  const none =
    what === undefined ? UNDECIDED : new RegExp(`^(?:我们)?(?:还)?没有?$|(?:没有?|无)[请找设聘]?${what}`, 'u')
  return none.test(whole) ? word : undefined
}
