import type { Briefing } from '../briefing.ts'
import { namedService } from './subject.ts'

/** 居住证、落户、租房补贴先办哪个: the matters, and what is asked of them. */
const LIST =
  /([^、，,。！？?\s]{2,8}(?:[、和跟与](?:还有)?[^、，,。！？?\s]{2,8}?)+?)(先办哪|哪个先|(?:[，,]?\s*各自?|都|分别)?(?:怎么|如何|要|去哪|多少|在哪))([^，,。！？?]*)/u
const ORDER = /先办哪|哪个先/u
/** A name makes up at least this share of what is listed: 户口本 names no move of a household. */
const WHOLE = 0.75

/** The words with a question for each of the matters listed in it; as they are where what is listed are no matters. */
export function withListedMatters(plain: string, briefing: Briefing): string {
  const [whole, list = '', asking = '', rest = ''] = LIST.exec(plain) ?? []
  if (whole === undefined) return plain
  const matters = list.split(/[、和跟与](?:还有)?/u)
  const named = matters.map((matter) => {
    const found = namedService(matter, briefing)
    return found !== undefined && found.name.length >= WHOLE * matter.length ? found.token : undefined
  })
  if (named.includes(undefined) || new Set(named).size < named.length) return plain
  const asked = ORDER.test(asking) ? '怎么办' : `${asking.replace(/^(?:[，,]?\s*各自?|都|分别)/u, '')}${rest}`
  return plain.replace(whole, () => matters.map((matter) => `${matter}${asked}`).join('，'))
}
