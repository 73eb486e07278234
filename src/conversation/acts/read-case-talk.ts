import { toSimplified } from '../../language/index.ts'

/** What a citizen asks about cases of her own, with no word of any matter. */
export type CaseTalk = 'status' | 'supplement' | 'correct' | 'receipt'

const LONGEST = 30
const SMALL =
  '请问|麻烦|帮忙|帮我|给我|替我|我们|我|你|您|想要|想|能不能|可不可以|能|可以|要|再|还|就|都|也|那|这|上一|上|个|份|之前|以前|上次|刚才|刚刚|昨天|现在|目前|到底|的|地|得|一下|下|了|过|吗|么|嘛|呢|啊|呀|吧|啦|没有|没|有|不|是|在|才|会|多久|几时|哪天|[\\s,，。.?？!！、:：]'
const OF_CASES =
  '查询|查|看|问|了解|知道|告诉|补正|补充|补交|部门|他们|窗口|收|提交|交|递|报|办件|申请|案件|案子|件|单子|业务|事情|事|材料|结果|进度|进展|状态|情况|办理|办|审核|审批|审|批|走|弄|处理|受理|到|哪里|哪儿|哪|什么时候|什么|一步|步|环节|阶段|怎么样|怎样|怎么|咋样|如何|好|完|成|下来|出来|出|通过'
/** Nothing is said but small words and words that fit any case: 我的办件到哪了, never 护照办到哪了. */
const NAMES_NO_MATTER = new RegExp(`^(?:${SMALL}|${OF_CASES}){1,16}$`, 'u')
const STATUS =
  /进[度展]|到哪|到什么|办件|状态|结果|受理了|(?:办|申请|件|单子|情况|处理).{0,2}(?:怎么样|咋样|如何)|什么时候.{0,3}(?:好|完|下来|出来|结果)|(?:批|审|办|交|递|送|收)(?:(?:完|好|下来|到|上去|齐)了?|了)(?:吗|没|么)/u
const SUPPLEMENT =
  /(?:要|该|得|还)我?补(?:正|交|充|办)?(?:些|点)?(?:什么|啥|哪)|补(?:正|交|充)?(?:些|点)?(?:什么|啥|哪些?)|(?:到|最晚|最迟|截止到?)(?:什么时候|几号|哪天|哪一天)|(?:怎么|咋|如何|在哪里?|从哪里?)(?:上)?(?:传|交|补)/u
const CORRECT =
  /^[^，。,？?]{0,8}(?:手机|电话|号码|地址|名字|姓名|身份证|银行卡|账号|日期|信息|内容|资料|表|单位|户名|人)[^，。,？?]{0,4}(?:填|写|说|报|输|弄)错|^(?:我)?(?:填|写|报)错了?[^，。,]{0,8}$|(?:提交|交|报)(?:了|完|以后|之后)?[^，。,]{0,6}(?:还)?(?:能|可以)(?:不能)?(?:改|修改)/u
const RECEIPT =
  /(?:回执|受理(?:编)?号|办件(?:编)?号|查询码|query code|receipt)[^，。]{0,8}(?:再|发|多少|几|忘|丢|找不|什么|给|看|不见|what|again|lost|resend)|(?:再|重新|重)(?:发|给|看)[^，。]{0,6}(?:回执|受理(?:编)?号|查询码)/iu

/** Words about a case of her own that name no other matter: how it goes, why it went so. */
const OWN_CASE =
  /^(?:我的|那个|现在|办件)*进[度展](?:呢|如何|怎么样)?[。.?？!！]*$|办得(?:怎么样|如何|咋样)|(?:为什么|为啥|怎么|凭什么|凭啥)(?:没有?|不|还没|被)(?:给我?|予)?(?:受理|批|通过|退|驳)/u
/** What she waits for. */
const AWAITED =
  '消息|回音|回信|回复|动静|信儿|下文|证件|证书|证|卡|本子|本|执照|去|拿到|拿|取|领到|领|到手|寄出|寄到|寄'
const WAITS_FOR = new RegExp(`^(?:${SMALL}|${OF_CASES}|${AWAITED}){1,16}$`, 'u')
const WAITS =
  /^(?:那|现在|目前|到底|后来|请问)*(?:怎么样|怎样|咋样|如何)了|(?:有|没).{0,3}(?:消息|回音|回信|回复|动静|信儿|下文)|(?:证|卡|本子|本|执照).{0,4}(?:下来|出来|好|寄).{0,2}了|(?:什么时候|多久|几时|哪天|啥时候?).{0,6}(?:拿|取|领|到手|寄)|(?:可以|能)(?:去)?(?:拿|取|领)(?:证|卡|本|执照)*了/u

/**
 * Whether the words speak of a case that she has, though they name none: 怎么样了, 有消息了吗, 我的证什么时候能拿. Where
 * she has no case, or another matter was spoken of last, they may be about something else.
 */
export function speaksOfOwnCase(words: string): boolean {
  const plain = toSimplified(words).trim()
  if (OWN_CASE.test(plain)) return true
  return plain.length <= LONGEST && WAITS_FOR.test(plain) && WAITS.test(plain)
}

/** Undefined when the words are about a matter, or about something else altogether. */
export function readCaseTalk(words: string): CaseTalk | undefined {
  const plain = toSimplified(words).trim()
  if (plain.length > LONGEST) return undefined
  if (RECEIPT.test(plain)) return 'receipt'
  if (SUPPLEMENT.test(plain)) return 'supplement'
  if (CORRECT.test(plain)) return 'correct'
  return NAMES_NO_MATTER.test(plain) && STATUS.test(plain) ? 'status' : undefined
}
