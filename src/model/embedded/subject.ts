import { withoutActing, withoutPeople, recent } from '../../language/index.ts'
import type { Briefing } from '../briefing.ts'
import { plainWords } from './plain-words.ts'

/**
 * Words that ask, act or refer but name no matter. What is left of a message without them is what it is about;
 * nothing left means a follow-up. Longer words stand before the shorter ones they contain.
 */
const EMPTY_WORDS =
  '什么时候|有没有人|多长时间|是什么|为什么|怎么样|怎么办理|怎么申请|怎么办|怎么弄|怎么搞|怎么走|怎么写|怎么交|怎么领|怎么|怎样|如何|咋整|咋办|咋弄|咋|哪些|哪里|哪儿|哪个|哪天|哪几|哪|什么|啥|多少钱|多少|多久|几天|几个|几次|几年|几月|几|是不是|能不能|可不可以|要不要|会不会|有没有|用不用|需不需要|行不行|是否|能否|可否|' +
  '请问一下|请问|想问一下|想问|问一下|咨询一下|咨询|了解一下|了解|告诉我|告诉|说一下|说说|讲讲|介绍一下|介绍|麻烦|谢谢|您好|你好|帮我|帮忙|帮|替我|给我|' +
  '需要准备|需要|准备|携带|提交|提供|确认|赶紧|赶快|尽快|快点|照做|照办|交上去|递上去|别问|不用问|问|替|带|材料|资料|手续费|手续|费用|收费|价格|工本费|流程|步骤|程序|条件|资格|要求|时限|期限|时间|地点|地址|地方|位置|窗口|电话|依据|规定|法律|法规|政策|有效期|网上|线上|线下|现场|办公|上班|营业|当场|当天|当日|' +
  '办理|办好|办完|办成|办下来|下来|能用|办|申请|申领|申办|领取|领到|拿到|拿|领|取|交|缴|付|花|收|要钱|钱|开始|直接|现在|马上|立即|今天|明天|' +
  '补办|补领|换领|换证|续签|续期|变更|注销|丢失|遗失|丢了|掉了|不见了|过期|到期|损坏|首次|第一次|异地|外地|代办|委托|本人|亲自|自己|别人|家人|家里人|孩子|小孩|老人|父母|爸妈|' +
  '可以|可能|能够|能|会|要|想|应该|必须|得|行|好|还是|或者|如果|要是|假如|那么|那|这个|这|它|他|她|我们|我|你们|你|您|咱|大家|人家|的话|因为|所以|但是|不过|然后|其实|重新|重办|之后|以后|以前|之前|后|前|再|又|也|都|就|才|还|只|另外|顺便|顺带|同时|还有|对了|以及|' +
  '不是|不|没有|没|有|是|在|去|来|到|从|给|把|被|让|跟|和|与|及|对|按|用|做|弄|搞|找|看|说|吗|呢|吧|啊|呀|哦|喔|嘛|么|的|地|了|着|过|一下|一次|一个|一|个|点|些|次|份|张|天|日|月|年|事情|事项|事|情况|问题|厦门市|厦门|本地|本市'
const EMPTY = new RegExp(`^(?:(?:${EMPTY_WORDS}|\\d)+|[a-z]{1,2})$`)
/** Cuts at word boundaries, so that no word is taken apart: 份 is empty, 身份证 is not. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
/** A paper that is brought, lacked or asked for is material, not the matter: 要带户口本吗, 没合同. */
const PAPER =
  /(?:带|拿|备|交|提供|没有?|有|用|凭|要|需要?|拍|复印)(?:着|上|了|过|带|准备|提供)?(?:户口[本簿]|身份证|照片|相片|租房合同|劳动合同|租赁合同|合同|结婚证|银行卡|房产证|复印件|原件|委托书|证明)/g
const ENGLISH_EMPTY =
  /\b(?:how|what|when|where|which|who|why|much|many|long|does|do|did|is|are|was|it|its|that|this|the|a|an|i|me|my|you|your|we|can|could|may|must|should|would|will|need|want|have|has|had|get|to|for|of|in|on|at|by|and|or|with|if|be|there|any|please|tell|about|know|cost|costs|fee|fees|pay|price|documents?|papers?|materials?|bring|take|takes|days?|time|apply|application|start|begin|now|help|go|office|free|then|so|just|am|im|not|no|yes|hello|hi|thanks?|late|too|valid|someone|somebody|anyone|anybody|else|other|others|them|him|her|his|their|us|our|he|she|they|we|also|still|already|really|again|online|person|myself|himself|herself|possible|allowed|happens?|way|ok|okay)\b/g

/** Headings, titles and lines of guides come again and again. */
const blanked = recent<string>(4096)

/** The text with its asking words blanked out; the words that stay keep their neighbours. */
export function withoutEmptyWords(plain: string): string {
  return blanked(plain, () => {
    let kept = ''
    for (const { segment } of WORDS.segment(plain)) kept += EMPTY.test(segment) ? ' ' : segment
    return kept
  })
}

/** What a text is about once the asking words are gone: runs of Han (two or more) and Latin words (three letters or more). */
export function residueOf(plain: string): readonly string[] {
  const rest = withoutEmptyWords(withoutActing(plain).replace(PAPER, ' ').replace(ENGLISH_EMPTY, ' '))
  return rest.match(/\p{Script=Han}{2,}|[a-z]{3,}/gu) ?? []
}

/** A service under one of its names, in plain form. */
type Name = { readonly token: string; readonly title: string; readonly name: string }

/** One list of services serves every turn until staff change it. */
const namesIn = new WeakMap<Briefing['services'], readonly Name[]>()

/** All names of all services, the longest first. */
function namesOf(services: Briefing['services']): readonly Name[] {
  const known = namesIn.get(services)
  if (known !== undefined) return known
  const names = services
    .flatMap(({ token, title, aliases }) =>
      [title, ...aliases].map((name) => ({ token, title, name: plainWords(name) })),
    )
    .filter(({ name }) => name.length > 1)
    .toSorted((one, other) => other.name.length - one.name.length)
  namesIn.set(services, names)
  return names
}

/** A service of the briefing that the words name, by the longest of its titles and aliases found; undefined when none is named. */
export function namedService(plain: string, { services }: Briefing): Name | undefined {
  return namesOf(services).find(({ name }) => plain.includes(name))
}

/** The services that the words name, in the order of naming, each once. */
export function namedServices(plain: string, { services }: Briefing): readonly Name[] {
  const found = new Map<string, Name & { readonly at: number }>()
  let rest = plain
  for (const name of namesOf(services)) {
    const at = rest.indexOf(name.name)
    if (at < 0) continue
    rest = rest.replaceAll(name.name, '\u0000'.repeat(name.name.length))
    if (!found.has(name.token)) found.set(name.token, { ...name, at })
  }
  return [...found.values()].toSorted((one, other) => one.at - other.at)
}

/** The names of one service, in plain form, the longest first. */
export function namesOfService(token: string | undefined, services: Briefing['services']): readonly string[] {
  return namesOf(services).flatMap((one) => (one.token === token ? [one.name] : []))
}

/** Full titles of services that the words say, in plain form, the longest first. */
export function saidTitles(plain: string, { services }: Briefing): readonly string[] {
  return services
    .map(({ title }) => plainWords(title))
    .filter((title) => plain.includes(title))
    .toSorted((one, other) => other.length - one.length)
}

/** Characters of titles that every matter shares, so that sharing them names nothing. */
const TITLE_NOISE = /办理|申请|申领|领取|登记|居民|管理|服务|证件|业务|参保|提取|换证|与|和|及|的/g

const LATIN = /^[a-z]/

/**
 * The service that alone has a word of the text in its names, where the matter spoken of has not: 参保 after 个体工商户.
 * Few services have an English name, so an English word tells nothing: the search knows it better.
 */
export function tellingService(plain: string, { services, application, lastGuide }: Briefing): string | undefined {
  const spokenOf = plainWords((application ?? lastGuide)?.title ?? '')
  for (const run of residueOf(withoutPeople(plain))) {
    if (spokenOf.includes(run) || LATIN.test(run)) continue
    const having = new Set(namesOf(services).flatMap(({ token, name }) => (name.includes(run) ? [token] : [])))
    const [only] = having
    if (having.size === 1) return only
  }
  return undefined
}

/** 替我妈, 给爸爸: for whom, not what. */
const FOR_WHOM =
  /(?:帮|给|替)(?:我|咱)?(?:们)?(?:家)?(?:里人|老人|[爸妈爷奶]{1,2}|老[爸妈公婆]|外[公婆]|父亲|母亲|孩子|儿子|女儿)?/g

/** True when the words name a matter, not only what is done about one: 护照 of 办护照, nothing of 办变更登记. */
export function namesMatter(plain: string): boolean {
  return residueOf(withoutPeople(plain.replace(FOR_WHOM, ' '))).some((run) => run.replace(TITLE_NOISE, '').length > 1)
}

/** True when the words share a telling run of at least two characters with the title of a guide. */
export function namesTitle(plain: string, title: string): boolean {
  const words = withoutEmptyWords(plain)
  for (const run of plainWords(title)
    .replace(TITLE_NOISE, ' ')
    .match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) if (words.includes(run.slice(at, at + 2))) return true
  }
  return false
}
