import { recent } from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { signatureOf, type Signature } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import { KINDS, readSituations } from './situations.ts'

/** More pairs than this that a guide has nowhere name something it does not tell of: 准迁证有效期. Fewer are a way of talking. */
const LOOSE = 1

/** True when a clause names no point of the guide besides its matter and, `withKinds`, kinds of the act: 身份证丢了怎么办. */
export function isBare(text: string, passages: readonly FoundPassage[], withKinds = true): boolean {
  const title = plainWords(passages[0]?.title ?? '')
  const question = signatureOf(text, title)
  const bodies = passages.map((passage) => passageSignature(passage))
  const isUnknown = (mark: string) =>
    !mark.startsWith('~') && !title.includes(mark) && !bodies.some((body) => body.has(mark))
  if ([...question.keys()].filter((mark) => isUnknown(mark)).length > LOOSE) return false
  return [...question.keys()].every((mark) => {
    if (mark.startsWith('~')) return withKinds && KINDS.has(mark.slice(1))
    // 台胞服务 is short for 台胞台企服务.
    if (Array.from(mark).every((character) => title.includes(character))) return true
    const count = bodies.filter((body) => body.has(mark)).length
    if (count === 0) return withKinds
    return count >= bodies.length * COMMON_SHARE || (withKinds && marksKind(mark))
  })
}

/** True for a pair of characters that says a kind of the act by itself: 丢了, 过期. */
function marksKind(mark: string): boolean {
  return [...readSituations(mark)].some((situation) => KINDS.has(situation))
}

/** A mark in this share of a guide's passages is its matter by another name: 个体户, 失业金. */
const COMMON_SHARE = 0.4

/** A guide's text is the same from turn to turn; reading it again would be most of the work. */
const known = recent<Signature>(2048)

function passageSignature({ heading, text }: FoundPassage): Signature {
  const body = `${heading} ${text}`
  return known(body, () => signatureOf(plainWords(body)))
}
