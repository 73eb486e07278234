import { foldCharacters } from '../language/index.ts'

/** What she says of submitting. `exact`: the phrase that shows the card, or submits with its code. */
export type SubmissionTalk = {
  readonly kind: 'exact' | 'odd' | 'nod' | 'code-alone'
  readonly code: string | undefined
}

const EXACT = /^(?:我?确认提交|confirm(?: submission)?)\s*[:,]?\s*(?<code>\d{6})?[。.!]?$/iu
const SMALL =
  '好的?|可以|行的?|嗯+|是的?|对的?|没有?问题|没错|都?正确|那就?|就|都|我|要|想|请|麻烦|帮我|给我|现在|马上|直接|立即|吧|了|啦|哦|一下|上去|申请表?|表格?|这份|okay|ok|yes|please|it|now|the|my|application|form|[\\s,，。.!！:：]'
const SUBMIT = '确认提交|确认|提交|递交|confirm(?: submission)?|submit'
/** Nothing but words that submit and small ones around them: 可以，提交吧, 确认 123456. A question is none. */
const ODD = new RegExp(`^(?:${SMALL})*(?:${SUBMIT})(?:${SMALL}|${SUBMIT})*(?<code>\\d{6})?(?:${SMALL})*$`, 'iu')
const NOD = new RegExp(`^(?:${SMALL}|确认)+$`, 'iu')
const LONGEST = 40

/** Undefined where the words say anything besides. */
export function readSubmission(words: string): SubmissionTalk | undefined {
  const plain = foldCharacters(words).trim()
  if (plain.length > LONGEST) return undefined
  const exact = EXACT.exec(plain)
  if (exact !== null) return { kind: 'exact', code: exact.groups?.['code'] }
  if (/^\d{6}$/u.test(plain)) return { kind: 'code-alone', code: plain }
  if (NOD.test(plain)) return { kind: 'nod', code: undefined }
  const odd = ODD.exec(plain)
  return odd === null ? undefined : { kind: 'odd', code: odd.groups?.['code'] }
}
