import { foldCharacters, toSimplified } from '../script.ts'

/** What a message takes back: a thing by its name (手机号写错了), or words for other words (不是思明，是湖里). */
export type Correction =
  | { readonly kind: 'name'; readonly what: string }
  | { readonly kind: 'words'; readonly what: string | undefined; readonly from: string; readonly to: string }
  | { readonly kind: 'value'; readonly what: string; readonly to: string; readonly says: 'wrong' | 'what-it-is' }

/** Longer messages say more than what was wrong. */
const LONGEST = 48
const OPENING =
  '(?:(?:不对|错了|[写填说]错了|哦|啊|诶|对了|等等|等一下|等下|抱歉|不好意思|那个|我的?|(?:刚才|刚刚|之前|前面|上面)的?|[填写说]的)[，,、\\s]*)*'
const WRONG = '(?:[写填说打弄搞记报讲选输抄][错反漏](?:字)?了?|错了?|有误|不对|有问题|不是这个)'
const AGAIN = '(?:改|修改|更正|更改|重填|重新填|重写|重新写|重新说)'
const THING = '(?<what>\\p{Script=Han}{1,12}?)'
const NAMED: readonly RegExp[] = [
  new RegExp(
    `^${OPENING}${THING}(?:好像|可能|应该|是|那里|那项|这项|这一项)*${WRONG}(?:了|的)*(?:[，,\\s]*(?:我|要|想|得|帮我|请)*${AGAIN}(?:一下|下)?吧?)?$`,
    'u',
  ),
  new RegExp(
    `^${OPENING}(?:要|想要?|得|需要|帮我|请|可以|能)*(?:再)?(?:${AGAIN}(?:一下|下|一个|掉)?|换(?:一下|一?个))(?:我的|这个|那个)?${THING}吧?$`,
    'u',
  ),
  new RegExp(
    `^${OPENING}(?:请|帮我)?(?:把|将)?${THING}(?:我|要|想|得|需要)*(?:${AGAIN}(?:一下|下)|换(?:一下|一?个)|重填|重新填|要改|换了|变了)吧?$`,
    'u',
  ),
]
const WORDS: readonly RegExp[] = [
  new RegExp(
    `^${OPENING}(?:(?<what>\\p{Script=Han}{2,8}?)(?:里面?的?|上的?|那里)?)?不(?:是|在|叫)(?<from>[^，,。；;]{2,20}?)[，,\\s]*(?:而是|应该是|应该在|是|在|叫)(?<to>[^，,。；;不]{1,30}?)(?:的|啊|哦|呀)?$`,
    'u',
  ),
  new RegExp(
    `^${OPENING}(?:(?<what>\\p{Script=Han}{1,8}?)(?:里面?的?|上的?|那里)?(?:${WRONG})?[，,\\s]*)?(?:应该|其实|现在)?(?:是|在|叫|住在?)(?<to>[^，,。；;不]{2,30}?)[，,\\s]*(?:而|并)?不(?:是|在|叫|住在?)(?<from>[^，,。；;]{2,20}?)(?:的|啊|哦|呀)?$`,
    'u',
  ),
  new RegExp(
    `^${OPENING}(?:请|帮我)?(?:把|将)(?:(?<what>\\p{Script=Han}{2,8}?)(?:里面?|中|上|那里)?的)?(?<from>[^，,。；;]{2,20}?)(?:改成|改为|改到|换成|更正为|改)(?!一?下)(?<to>[^，,。；;]{1,30}?)(?:吧|啊)?$`,
    'u',
  ),
]
/** 门牌号改成302, 街道写错了，应该是筼筜街道; 等等，门牌是302 only says what it is. */
const VALUE = new RegExp(
  `^${OPENING}(?:请|帮我|把|将|我的?)*(?<what>\\p{Script=Han}{1,8}?)(?:也|还|那里|那项|这项|好像|可能)*(?:(?<wrong>${WRONG}[了的]*[，,。\\s]*(?:是|应该?(?:是|为|叫)?|其实(?:是|叫)|正确的?是|叫|为)|(?:要|得|想|请)?(?:改成|改为|改到|改叫|换成|更正为)|应该是|应是|应为)|是|[:：])[：:\\s]*(?<to>[^，,。；;不]{1,30}?)(?:的|才对|吧|啊|哦|呀)?$`,
  'u',
)
/** 说错了叫吴测工: what people are called is their name. */
const CALLED =
  /^(?:我|刚才|刚刚|不好意思|[，,\s])*(?:[写填说打弄搞记报]错[字了]*|不对|错了)[，,\s]*(?:我|应该|其实|是)*叫做?(?<to>\p{Script=Han}{2,4})$/u

const LEAD = /^(?:(?:我要?|帮我|请|麻烦)*(?:改|更正|修改)一?下|[写填说]错了|不对|搞错了)[，,、。\s]+(?=\S{2})/u

/** The words without the announcement that they correct something: 改一下，…. */
export function withoutCorrectionLead(words: string): string {
  return words.replace(LEAD, '')
}

const MISSAID = '[写填说打弄搞记报讲选输抄按点][错反](?:字)?了?|错了|(?:要|想)?(?:改|更正|纠正|修改)一?下'
/** A clause that takes back what was said last, whatever that was. */
const TAKEN_BACK = new RegExp(
  `^(?:哦|噢|啊|呃|诶|哎呀?|抱歉|对不起|不好意思)*(?:我|刚才|刚刚|之前|上面|前面|上一?[个句条]|那[个句])*的?(?:是|好像)?(?:${MISSAID}|不对)[的了啦啊呀]*$`,
  'u',
)
const TAKEN_BACK_IN_ENGLISH =
  /\b(?:my mistake|by mistake|a mistake|typo|mistyped|misspoke|i meant|(?:that|it|i) was wrong)\b/iu

/**
 * The rest of words that take back what was said last without a name for it: 没有 of 打错了，没有, nothing of 说错了. Undefined
 * where they take nothing back so. What is said in English comes back whole.
 */
export function withoutTakingBack(text: string): string | undefined {
  if (TAKEN_BACK_IN_ENGLISH.test(text)) return text
  const clauses = text.split(/[，,。；;、.!！~～\s]+/u).filter((clause) => clause !== '')
  const rest = clauses.filter((clause) => !TAKEN_BACK.test(toSimplified(foldCharacters(clause))))
  return rest.length === clauses.length ? undefined : rest.join('，')
}

/** What a message corrects without giving the whole value; undefined where it corrects nothing or asks something. */
export function readCorrection(text: string): Correction | undefined {
  const plain = toSimplified(foldCharacters(text))
    .trim()
    .replace(/[。.!！~～\s]+$/u, '')
  if (plain.length > LONGEST || /[?？]|吗$|怎么|什么|多少|哪|啥|能不能|可不可以/u.test(plain)) return undefined
  for (const pattern of WORDS) {
    const { what, from, to } = pattern.exec(plain)?.groups ?? {}
    if (from !== undefined && to !== undefined && from !== to) return { kind: 'words', what, from, to }
  }
  for (const pattern of NAMED) {
    const what = pattern.exec(plain)?.groups?.['what']
    if (what !== undefined) return { kind: 'name', what }
  }
  const called = CALLED.exec(plain)?.groups?.['to']
  if (called !== undefined) return { kind: 'value', what: '姓名', to: called, says: 'wrong' }
  const { what, wrong, to } = VALUE.exec(plain)?.groups ?? {}
  if (what === undefined || to === undefined) return undefined
  return { kind: 'value', what, to, says: wrong === undefined ? 'what-it-is' : 'wrong' }
}
