import { withoutCorrectionLead } from '../acts/read-correction.ts'
import { normalise } from '../normal-form.ts'
import { foldCharacters } from '../script.ts'
import { lastWord } from './last-word.ts'
import { asksForOnePlace, namesSeveralPlaces, placeClause, placeIn } from './place-answer.ts'

/** Fields that ask for an account in the citizen's own words, kept as she tells it. */
const ACCOUNT = /经过|请求|诉求|事由|理由|说明|案情|情况|变更后|新的内容|伤情/
/** Whether a field asks for an account, by its labels. */
export function isAccount(labels: readonly string[]): boolean {
  return ACCOUNT.test(labels.join(' '))
}

/** Whether a field asks for what happened, and not only for what something becomes. */
export function isStory(labels: readonly string[]): boolean {
  return isAccount(labels) && !CHANGED.test(labels.join(' '))
}

/** Fields that ask for several things at once, or for a list. */
const SEVERAL = /和|随迁|拟定|亲友|想了解|经营范围/

/** How names of bodies end. */
export const BODY =
  '(?:公司|厂|店|铺|坊|学校|学院|大学|中学|小学|职校|集团|银行|信用社|医院|保健院|卫生院|中心|工作室|商行|事务所|研究院|幼儿园|酒店|超市|餐厅|饭店|法院|检察院|公安局|派出所|登记处|分行|支行)'
const ENDS_AS_BODY = new RegExp(`${BODY}$`)

/** Fields that ask for the number of a paper, which is written in digits and letters. */
const CODES = /(?:编号|证号|号码|文号|代号)$/

/** Nothing is told: she does not know, will say later, or leaves it to others. */
export const UNTOLD =
  /忘记|忘了|不记得|记不|不太(?:确定|清楚|知道|记得|懂|好说)|没印象|想不起|没想好|没想到|没定|还没(?!有?单位)|无所谓|[我去再]问问|推荐|好几[个家]|说不清|要看|得看|得查|要查|要问|得问|[要得](?:先|去|再|回去)*(?:翻|找|量|核对)(?!工作|房|车)|查一?下|没有?(?:单位|工作$|上班)|不(?:太)?方便(?:说|讲|透露|告诉)|不想(?:说|讲)|是谁[，,]|^我?(?:现在|目前)?(?:无业|待业)|没决定|还在(?:比价|比较|看|找|谈|选|挑|问|等|想|考虑|拍|查)|(?:没|还没|没有)(?:出来?|下来|拿到|开出来|打出来)(?=$|[，,。了呢啊])|不清楚|不知道|不晓得|不确定|说不准|拿不准|不在手边|没带|看着办|^(?:都行|都可以|随便|无所谓|随你)|你们?(?:定|决定|说了算)|(?:回头|晚点|等会儿?|稍后|待会儿?|过会儿?|改天|回家)(?:再|补|给|看|找|告诉|发)|(?:你们?|您)(?:给|帮|替|来|看着)[^，,]{0,6}[起取想定选填写]/

/** Fields that ask for the other side, who may be a body or a person: 押给我舅，他叫…. */
const PARTIES = /权人|对方|业主|房主/
const NAMED_AFTER = /[，,](?:他|她|对方|人)(?:的?名字)?叫做?(?<name>\p{Script=Han}{2,4})[。.]?$/u

/** 备选三个：… : what stands before a colon only says what follows. */
const BEFORE_COLON = /^\p{Script=Han}{1,8}\s?[:：]\s?(?=\S{2})/u

const CHANGED = /变更后|新的内容/
/** What leads to the new content: 要改成…, 变更为：…. */
const CHANGES =
  /^(?:我们?|咱们?|公司|店)?(?:现在|这次)?(?:想|要|打算|准备|申请)*(?:把?[^，,]{0,8})?(?:改|变更|更改|换|更名)(?:成|为|到|叫)\s?[:：]?\s?(?=\S{2})/u

/** 我们那小区没物业: there is none, which only a form that says how to write it can hold. */
const NONE = /^[^，,]{0,8}(?:没有?|无)[请找设聘]?(?<what>\p{Script=Han}{2,4})(?:的|了|呀|啊)?$/u

const FILLER =
  /^(?:嗯+|哦+|啊+|呃+|额|喔|那个|这个嘛?|\p{Script=Han}{1,4}(?:嘛|的话)|好的?|行|那|是这样的?|你好|您好|不好意思)[，,、。\s]+|^(?:嗯+|哦+|呃+)/u
/** 法人是…: who somebody is, which names no body. */
const WHO =
  /^(?:法人(?:代表)?|法定代表人|负责人|经营者|联系人|经办人|老板|股东|户主|业主|房东|监护人)(?:的?(?:名字|姓名))?(?:是|叫|[:：])/u
const POLITE = /[，,。\s]*(?:(?:谢谢|多谢|麻烦|辛苦|拜托)|(?<=[，,。\s])请)\p{Script=Han}{0,6}[。.!！~～\s]*$/u
/** Marks that end an answer and belong to no name or number. */
const CLOSING = /[。!！~～…\s]+$/u
const PERSON = '(?:我们?家?|咱们?|我自己|本人|孩子|小孩|他|她|老人|我[爸妈儿女]\\p{Script=Han}?)?'
const WHEN =
  '(?:现在|目前|如今|当时|当初|那时候?|原来|以前|原先|之前|从前|早先|平时|(?:离职|辞职|退休|失业|毕业)(?:之?前)|每天|一直|后来)*'
const WISH = '(?:主要|打算|准备|想要?|希望|要|会|就)?'
/** What leads to a place or a body: 我在…, 原来在…, 送到…, 抵押给…. */
const TOWARDS = new RegExp(
  `^${PERSON}(?:都|的)?${WHEN}(?:是)?${WISH}(?:是|先)?(?:就?在读?(?![编职家岗校线售]|建(?![行设]))|就读|去到?|到(?!家)|用[到在]|(?<=[我他她])上(?!海)|(?:送|转|拿|寄|带|迁|跑|调)(?:去|到|往)|(?:抵押|卖|押|借|租)给(?:了)?|(?:就读|毕业|就职|供职|任职)(?:于|在)|来自|从|向|给|回(?:老家)?|(?:请|委托|找)了)(?:的|了)?`,
  'u',
)
/** What ends such a statement. */
const ENDS =
  /(?:这里|那里|那边|这边|里)?(?:上班|工作|做工|打工|干活|任职|当\p{Script=Han}{1,4}|看(?:的?病|的|诊)?|治病?|做手术|抢救的?|急救的?|检查的?|定居|养老|生活|做|就诊|治(?:疗|的)|住的?院|生的?|开(?:的|户的?)|办的?|贷的?款?|[交缴]的?(?:社保|养老|医保)?的?|买的?|读(?:书|\p{Script=Han}{1,3})?|念(?:书|\p{Script=Han}{1,3})?|上学|毕业的?|离职的?|辞职的?|出来的?|贷款的?|走的|送\p{Script=Han}{1,2}的|来?装修?的?|来?做的?|出的\p{Script=Han}{0,4}|[要来]?用的?|使用|登记|去)$/u
const SAYS = new RegExp(
  `^(?:\\p{Script=Han}{0,4}[挂写印刻登注填报盖签]的(?:就|也)?是|\\p{Script=Han}{1,6}(?:介绍|推荐)的(?:是)?|${PERSON}(?:的)?${WHEN}${WISH}(?:(?:读|念|用|选|存|送|住|学|做|干|卖|开|办|上|告|找|去|请|交|贷|投)的是|(?:改|换)(?:成|用|到)|是|叫做?|名叫|写|填)(?:的)?)(?=\\S{2})`,
  'u',
)
/** 头一个想叫…, 首选…: the first of several. */
const FIRST_OF = /^(?:(?:头|第)一?个|首选|先)(?=[想要叫是])/u
const WISHES = new RegExp(`^${PERSON}${WHEN}(?:主要|打算|准备|想要?|希望|就)+(?:是)?(?=\\p{Script=Han}{2})`, 'u')
const USED = /^(?:主要)?(?:用来|是用来|用于|拿来|拿去)(?=\p{Script=Han}{2})/u
/** A clause that only remarks on the value before it. */
const REMARK =
  /^.{1,4}的.$|^(?:自己|我自己|自家|就是?(?:这|那)|就这|刚|做|搞|没错|对|是的|谢|麻烦|你|您|请|不好意思|可以|行|这样|当|已经|去年|今年|上个?月|我(?:在|是)|她|他|离|挺|很|比较)/

/**
 * The answer to a free question without the words around it: 我在…上班, 公司全称是…, 抵押给…, 嗯，…，自己开的.
 * Undefined when it says nothing. An account of what happened stays as it was told.
 */
export function bareText(words: string, labels: readonly string[]): string | undefined {
  const all = labels.join(' ')
  const account = ACCOUNT.test(all)
  const told = withoutCorrectionLead(normalise(words).replace(FILLER, '')).replace(POLITE, '')
  const said = account ? told : told.replace(CLOSING, '')
  if (said === '' || (UNTOLD.test(foldCharacters(said)) && (!account || said.length <= 12))) return undefined
  const lacking = account ? [] : said.split(/[，,。；;]/u).map((clause) => NONE.exec(clause)?.groups?.['what'] ?? '')
  if (lacking.some((what) => what !== '' && all.includes(what)) && !new RegExp(`.{3}${BODY}`, 'u').test(said))
    return undefined
  const asksPlace = asksForOnePlace(all)
  if (asksPlace && namesSeveralPlaces(said)) return undefined
  if (BODIES.test(all) && WHO.test(said) && !labels.some((label) => said.startsWith(label))) return undefined
  if (
    CODES.test(labels[0] ?? '') &&
    /\p{Script=Han}{4}/u.test(said) &&
    !/[A-Za-z\d〇零一二三四五六七八九十]{4}/.test(said.replaceAll(/[\s()（）〔〕-]/gu, ''))
  )
    return undefined
  if (asksPlace) return placeIn(stripped(placeClause(lastWord(said)), labels)) || undefined
  if (account) return withoutLabel(CHANGED.test(all) ? said.replace(CHANGES, '') : said, labels) || undefined
  const party = PARTIES.test(all) ? NAMED_AFTER.exec(said)?.groups?.['name'] : undefined
  if (party !== undefined) return party
  const settled = lastWord(said).replace(BEFORE_COLON, '').replace(CHOOSES, '')
  const clauses = SEVERAL.test(all) ? [settled] : withoutRemarks(settled)
  const value = clauses
    .map((clause) => stripped(clause, labels))
    .filter((clause) => clause !== '')
    .join('，')
  return value === '' ? undefined : unquoted(value)
}

/** 自己开店 tells what she does; the name comes after it. */
const OWN_SHOP =
  /^(?:我们?|自己|自家|我自己)*(?:在)?(?:开|做|经营)(?:了|的)?(?:一?[家个间])?(?:小|网)?(?:店|公司|厂)的?$/

/** 还在幼儿园: what kind of body it is, and not its name. */
const ONLY_KIND = new RegExp(`^(?:我|他|她|孩子)?(?:还|现在|目前|都|就)*(?:是)?(?:在|上|读|念)?${BODY}的?$`, 'u')
/** 就近，…: how she chooses, before what she chooses. */
const CHOOSES = /^(?:就近|最近|近一?点|方便|随便)(?:的|就好|就行|一点|吧)?[，,]\s?(?=\S{2})/u

function withoutRemarks(said: string): string[] {
  const clauses = said.split(/[，,。；;]\s?/).filter((clause) => clause.trim() !== '')
  const bodies = clauses.filter(
    (clause) => !OWN_SHOP.test(clause) && !ONLY_KIND.test(clause) && ENDS_AS_BODY.test(clause.replace(ENDS, '')),
  )
  if (clauses.length > 1 && bodies.length === 1) return bodies
  const [first, ...rest] = clauses.length > 1 ? clauses.filter((clause) => !ONLY_KIND.test(clause)) : clauses
  return first === undefined ? [] : [first, ...rest.filter((clause) => !REMARK.test(clause.trim()))]
}

/** A body named at the end of a statement: 生孩子是在某某医院, 老板开的某某店. */
const NAMED_LAST = new RegExp(
  `^(?=[^，,]*(?:[我他她您]|孩子|是在|送|\\d))[^，,]{1,14}(?:(?:是|就)在|[去到]了?|叫|给了?|[开办]的)(?<body>[^，,]{2,}${BODY})$`,
  'u',
)
const ENGLISH =
  /^(?:my |the )?(?:passport|card|licen[cs]e|certificate|permit|papers?|sign) (?:says|reads|shows|is)\s+|^(?:i(?:'|’)?m|i am|it(?:'|’)?s|it is|my \w+ is)\s+(?:from\s+|in\s+|at\s+)?|^from\s+/iu
const SAID = /^(?:医生|大夫|医院|诊断书?|单子上?)(?:说|讲|诊断|写)(?:的)?(?:是|为)?(?=\S{2})/u

function stripped(clause: string, labels: readonly string[]): string {
  const bare = withoutLabel(clause.trim().replace(ENGLISH, '').replace(FIRST_OF, '').replace(SAID, ''), labels)
  const called = BODIES.test(labels.join(' ')) ? CALLED.exec(bare)?.groups?.['name'] : undefined
  if (called !== undefined) return tail(called)
  const inside = BODIES.test(labels.join(' ')) ? bodyIn(bare) : undefined
  if (inside !== undefined) return inside
  const body = NAMED_LAST.exec(bare.replace(ENDS, '').replace(/[了的]$/u, ''))?.groups?.['body']
  if (body !== undefined) return body
  const towards = /用途(?!国)/.test(labels.join(' ')) ? null : TOWARDS.exec(bare)
  if (towards !== null && bare.length - towards[0].length >= 2) {
    const place = bare.slice(towards[0].length).replace(/了$/u, '').replace(ENDS, '').replace(ENDS, '')
    if (place.length >= 2) return tail(place)
  }
  const said = bare.replace(SAYS, '').replace(WISHES, '').replace(USED, '')
  return tail(said === bare ? bare.replace(/^(?:我们?|咱们?)(?=[做卖干]\S)/u, '') : said.replace(/的$/, ''))
}

/** 车队叫…, 我们那家叫做…: what a body is called. */
const CALLED = /^\p{Script=Han}{1,6}?叫做?\s?(?<name>\S{4,})$/u
/** Fields that ask for a body by its name. */
const BODIES = /单位|公司|企业|学校|院校|大学|医院|银行|抵押权人|办案机关/
const BEFORE_BODY =
  /^(?:.*[^\p{P}\s])?(?:[印写挂刻盖登签]的|挂靠在|(?<!存)在读?|送[到去的]|[去到]了|叫做?|[押卖借租]给了?|从|向|的?是|开的|[用选]的|就读于?|于)/u
const AFTER_BODY =
  /^(?:下面|名下|旗下|那边)?(?:的?(?:\p{Script=Han}{0,6}(?:学生|员工|职工|老师|卡|账户))|了|(?:上班|工作|做工|打工|离职|辞职|毕业|贷款|[读念看生办开做当治住出送])\p{Script=Han}{0,5})?[的了吧啊呀]*$/u

/** 在某某厂踩缝纫机: what she does there, and no place beside it. */
const DOES_THERE = /^(?![旁附对边隔里内门口后前的下上楼东西南北])\p{Script=Han}{2,6}$/u
/** 读某某中学, 想要某某银行的: what she does with it. */
const TAKES_BODY =
  /^(?:我|孩子|小孩|他|她)?(?:现在|目前|还是|就|先)?(?:(?:想|要|打算|准备|希望|愿意)+(?:换[成到为]|[读念去选用换存开办]|上(?!海|饶|虞|杭))?|[读念选]|上(?!海|饶|虞|杭))(?=\p{Script=Han}{4})/u

/** The name of a body within a statement (从某某公司离职的, 我是某某学院的学生); undefined where the words hold no more than it. */
function bodyIn(clause: string): string | undefined {
  const end = Array.from(clause.matchAll(new RegExp(BODY, 'gu'))).at(-1)
  if (end === undefined) return undefined
  const stop = end.index + end[0].length
  const head = clause.slice(0, stop)
  const lead = BEFORE_BODY.exec(head)?.[0] ?? ''
  if (!AFTER_BODY.test(clause.slice(stop)) && !(lead.endsWith('在') && DOES_THERE.test(clause.slice(stop))))
    return undefined
  const name = head.slice(lead.length).replace(TAKES_BODY, '')
  const told =
    /^(?:\p{Script=Han}{0,4}在(?![建编职线售])|从|向|于|就读|[押卖借租]给|我|他|她|您|孩子|\d)|[我他她]|^.{0,4}(?:是|的)/u.test(
      lead,
    )
  if (name.length < 4 || (lead !== '' && !told)) return undefined
  return lead === '' && stop === clause.length && name === head ? undefined : name
}

/** 儿子某某某跟着一起: that they come along. */
const ALONG =
  /(?<=\p{Script=Han}{2})[，,]?(?:[两三四五六]个人?)?(?:(?:也|都)?(?:跟着|一起|一块儿?|一道))+(?:来|去|走|迁|办|过来|过去)?的?$/u

/** A closing 的 or 用的 belongs to the sentence, not to the value. */
function tail(value: string): string {
  const short = value
    .replace(/(?<=\p{Script=Han}{2})(?:国籍|的卡)$/u, '')
    .replace(/(?:[吧啊呀哦喔呢哈]|就行|就?好了?|就可以|即可)+$/u, '')
  const bare = ENDS_AS_BODY.test(short.replace(/(?:开|办|交|用|看)?的$/, ''))
    ? short.replace(/(?:开|办|交|用|看)?的$/, '')
    : short
  const alone = bare.replace(ALONG, '')
  const used = /^(.{2,8}?)(?:那边|这边)?[要来]?(?:用|使用)的?$/u.exec(alone)?.[1]
  return (used ?? alone).trim()
}

const GENERIC =
  '店名|厂名|招牌|公司名|单位名|企业名|学校名|医院名|小区名|全称|全名|名称|名字|编号|号码|证号|文号|代码|单位|公司|企业|厂|学校|医院|银行|开户行|卡|店名|店铺|店|项目名?|工程|行业|国籍|诊断|内容|用途|法院|物业|地点|机构|户口|借款人|对方|证|代号|统编|房产证|房本|产权证|护照|执照|合同|诊断书|单子|户口本'

/** 编号是…, 公司全称是…, 车架号…: the words that only name the field. */
function withoutLabel(clause: string, labels: readonly string[]): string {
  const nouns = [...labels.map((label) => label.replaceAll(/[.*+?^${}()|[\]\\（）]/g, '')), ...GENERIC.split('|')]
    .filter((label) => label.length > 0)
    .toSorted((one, other) => other.length - one.length)
    .join('|')
  const named = new RegExp(
    `^(?:我们?的?|咱们?|这个?|那个?|原来的?|新的?|${WHEN})?(?:(?:${nouns})(?:上|里)?(?:印|写)?的?){1,4}(?:(?:就|应该|目前|现在)?(?:是在?|叫做?|为|写的?是?|填|在|[:：])\\s?[:：]?\\s?|\\s?(?=[A-Za-z\\d])|${CODES.test(labels[0] ?? '') ? '(?=\\S*\\d)' : '(?!)'})(?=\\S{2})`,
    'iu',
  )
  const told = NAMED.exec(clause)?.groups?.['name']
  if (told !== undefined && ENDS_AS_BODY.test(told)) return told
  const headed = labels.find(
    (label) => /[号称名]$/.test(label) && clause.startsWith(label) && clause.length > label.length + 3,
  )
  const bare = clause.replace(named, '')
  return bare === clause && headed !== undefined ? clause.slice(headed.length) : bare
}

/** 单位全称…, 店名…: a body's name right after the word for it. */
const NAMED =
  /^(?:我们?的?)?(?:(?:申请|用人|工作|建设|施工|原)?单位|公司|店|厂|学校|医院|企业)?(?:全称|全名|名称|名字|(?<=店|厂|公司|单位|学校|医院|企业)名|(?<=申请|用人|工作|建设|施工|原)单位|(?<=[申用工建施原]\p{Script=Han}?单位))(?:就?是|叫做?|[:：])?\s?(?<name>[^，,\s是叫]{4,})$/u

function unquoted(whole: string): string {
  const value = whole.replace(/[（(](?:在|就|原|简称|位于)[^）)]*[）)]$/u, '')
  return /^[“"「『]([^“”"「」『』]+)[”"」』]$/u.exec(value)?.[1] ?? value
}
