import { foldCharacters } from '../../language/index.ts'

/** What she says of submitting. `exact`: the phrase that shows the card, or submits with its code; `review`: to see all, or what is missing. */
export type SubmissionTalk = {
  readonly kind: 'exact' | 'odd' | 'nod' | 'code-alone' | 'review'
  readonly code: string | undefined
}

const EXACT = /^(?:我?确认提交|confirm(?: submission)?)\s*[:,]?\s*(?<code>\d{6})?[。.!]?$/iu
const SMALL =
  '好的?|可以|行的?|嗯+|是的?|对的?|没有?问题|没错|都?正确|那就?|就|都|我|要|想|请|麻烦|帮我|给我|现在|马上|直接|立即|吧|了|啦|哦|一下|上去|申请表?|表格?|这份|okay|ok|yes|please|it|now|the|my|application|form|[\\s,，。.!！:：]'
const SUBMIT = '确认提交|确认|提交|递交|送出|送件|confirm(?: submission)?|submit'
/** Nothing but words that submit and small ones around them: 可以，提交吧, 确认 123456. A question is none. */
const ODD = new RegExp(`^(?:${SMALL})*(?:${SUBMIT})(?:${SMALL}|${SUBMIT})*(?<code>\\d{6})?(?:${SMALL})*$`, 'iu')
const NOD = new RegExp(`^(?:${SMALL}|确认)+$`, 'iu')
const REVIEW = new RegExp(
  `^(?:${SMALL}|让我|先|再|看看?|检查|我)*(?:核对|核对一[下遍]|(?:看|检查)一?[下遍看]?(?:我)?(?:填|写)(?:了|好|过)?的(?:内容|东西|信息|表)?|还(?:有|差|缺|剩|(?:需?要|得)?填些?)(?:哪些|哪几[项样个]|哪[项样]|什么|啥|几[项样个]|多少)(?:东西|内容|信息)?(?:没填|没有填|要填|没写|没说|要写)?|(?:review|check)(?: (?:everything|what i (?:entered|filled in)|all of it))?|what(?:['’]?s| is| else is) (?:still )?(?:left|missing)(?: to fill in)?)(?:${SMALL}|内容|信息|呢|[?？])*$`,
  'iu',
)
const LONGEST = 40

/** Undefined where the words say anything besides. */
export function readSubmission(words: string): SubmissionTalk | undefined {
  const plain = foldCharacters(words).trim()
  if (plain.length > LONGEST) return undefined
  const exact = EXACT.exec(plain)
  if (exact !== null) return { kind: 'exact', code: exact.groups?.['code'] }
  if (/^\d{6}$/u.test(plain)) return { kind: 'code-alone', code: plain }
  if (REVIEW.test(plain)) return { kind: 'review', code: undefined }
  if (NOD.test(plain)) return { kind: 'nod', code: undefined }
  const odd = ODD.exec(plain)
  return odd === null ? undefined : { kind: 'odd', code: odd.groups?.['code'] }
}
