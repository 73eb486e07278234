import type { Turn } from './read-prompt.ts'
import { namesMatter } from './subject.ts'
import type { Understanding } from './understand.ts'

const FOLLOWING =
  /(?:怎么|怎样|如何|哪里|哪儿|去哪|在哪|用什么|[找问向打](?:谁|哪))[^，。？]{0,6}(?:查|看|知道|了解|问|进[度展]|办到)|how (?:do|can) i (?:check|track|see)/i
const RECEIPT = /[a-z]{2}\d{8}-/i

/** 育儿补贴审核到哪了怎么看, of somebody who has filed nothing here: the guide tells how that matter is followed. */
export function asksHowToFollow({ briefing }: Turn, { plain }: Understanding): boolean {
  return !briefing.hasCases && FOLLOWING.test(plain) && namesMatter(plain) && !RECEIPT.test(plain)
}
