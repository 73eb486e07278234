import { foldCharacters } from '../script.ts'

/** Sections of a guide a question can be about. */
export type QuestionSection = 'who' | 'materials' | 'how' | 'time' | 'fees' | 'where' | 'basis'

/** A section that is asked about, and the words that ask. */
export type QuestionType = {
  readonly section: QuestionSection
  readonly text: string
  readonly start: number
  readonly end: number
}

const WHAT = '(?:什么|啥|哪些|那些|些什么|些啥|些)'

/** NOTE: every repetition is bounded, so that a hostile message costs no more than a plain one. */
const PATTERNS: readonly (readonly [QuestionSection, RegExp])[] = [
  pattern(
    'materials',
    `(?:要|需要?|用|得|该|应)?(?:带|备齐|备|准备|提供|提交|交|拿|递交|携带|出示|上传)(?:好|齐|上|点)?${WHAT}(?!时)|(?:需要?|要|有)(?:准备|提供|提交|带)?${WHAT}(?:证件?|材料|资料|文件|东西|单子|手续|照片)?(?!条件|时|钱|费|资格|流程|步骤|人|部门|地)(?=$|[\\p{P}\\s吗呢啊呀的证材资文东单手照])|材料|资料(?!费)|(?:要|需|用|得)(?:不要|不用)?(?:带|交|提供|出示)(?=户口|身份|照片|原件|复印|证|本人|合同|结婚)|要不要带|复印件|原件|几(?:张|寸)(?:照片|相片)|照片(?:要求|尺寸|几寸)|什么证件|\\b(?:documents?|materials?|paperwork|papers|bring|prepare|what (?:else )?(?:do|will|should) (?:i|we) need(?! to))\\b`,
  ),
  pattern(
    'fees',
    '多少钱|几多钱|几(?:块|钱|元|毛)|多少(?:元|费|块)|费用|收费|免费|(?:要|用|需|花|收|交)(?:不要|不用|不收|不花|多少|不交)?钱|工本费|手续费|(?:登记|证照|公证|代办|办理|制证|换证|补证)费|贵不贵|价[格钱位]|(?:交|缴|收)(?:多少|几)|不?要钱(?=吗|嘛|么|不)|\\b(?:how much|costs?|fees?|free|charges?|price|pay)\\b',
  ),
  pattern(
    'time',
    '多久|多长时间|多少(?:天|日|时间|个?工作日)|几(?:天|日|周|个?星期|个?礼拜|个?月|年|个?小时|个?工作日|分钟)|几时|(?:什么|啥|甚么)(?:时候|时间)|何时|时[限效]|期限|多快|当场|当天|当日|立等|即办|加急|来得及|(?:什么时候|啥时候)到期|有效期|(?:多久|几年)(?:有效|换)|时间(?:要|多)|赶得上|要等|\\b(?:how (?:long|soon|many (?:days|weeks|months|years))|when|valid(?:ity)?|expir\\w{0,5}|deadline|too late|processing time)\\b',
  ),
  pattern(
    'where',
    '(?:在|去|到|上|往|从|找)(?:哪|那)(?!一?[天年日号]|个?月)(?:里|儿|个|家|边|办|申|领|交|弄|拿|取|评|查|换|补|做|开|登|填|打)?|哪(?:里|儿|边)|(?:哪个|什么|哪家|哪些|那个)(?:窗口|部门|单位|派出所|大厅|地方|机构|网站|app|网点|中心|银行|医院|局)|地址(?!码)|地点|窗口|(?:网上|线上|手机上?|微信|支付宝|小程序|app|在线)(?:能|可以|可|怎么|直接|也能|能不能|可不可以|就能|办|申|弄|搞|预约|查)|(?:能|可以|可)(?:不能|不可以)?(?:在)?(?:网上|线上|手机|微信|小程序|app|在线)|(?:异地|外地|跨省|跨市|就近|本地|厦门)(?:能|可以|可|能不能)(?:办|弄|直接|换|补)|几点|(?<![先去能来可以我])上班(?:时间|吗|么|没)|(?:周末|周六|周日|星期[六天日]|节假日)|(?:办公|工作|营业|开门|受理)时间|(?:咨询|联系|办公)?电话(?:是|号码|多少)|(?:怎么|要不要|需要|用)?预约|\\b(?:where|online|office|address|location|opening hours|phone number)\\b',
  ),
  pattern(
    'how',
    '怎么(?!算|这么|会|还|不|才|样才|收费|那么)(?:个|去|才能|样)?(?:办理?|弄|申[请领报]|操作?|搞|补办?|换[发领]?|领取?|交|缴|查询?|填写?|走|做|取|提取?|转|迁|改|开|报名?|登记?|注销?|销|评|认定?|续|签|挂失?|用|处理|预约|备案|样)?|咋(?:办|弄|整|搞|申请|补|换|领|交|查|填|样)|如何|怎样|流程|步骤|程序(?!员)|(?:什么|啥|哪些|办|走)手续|要办(?:哪些|什么|啥)证|手续(?:怎|有|是|麻烦|复杂)|先.{1,8}还是(?:先)?|第一步|先[去要]?(?:干|做|办)(?:什么|啥|嘛|吗|哪)|先.{0,4}后.{0,4}(?:顺序|次序)|怎麽|\\b(?:how (?:do|to|can|should|does)|process|steps?|procedure)\\b',
  ),
  pattern(
    'who',
    '(?:能|可以|可)(?!帮|给我)[^，,。；;！!？?]{1,14}(?:吗|嘛|么|不(?=$|[\\p{P}\\s])|没(?=$|[\\p{P}\\s])|[?？])|算数|能不能|可不可以|是否(?:能|可以|符合|需要本人)|能否|可否|条件|资格|谁(?:能|可以|去|来|办)|(?:什么|哪些|啥)(?:样的?)?人|符合|满足|(?:要|需|得|必须|一定|非得|要不要|用)(?:要)?(?:是)?本人|本人(?:去|到场|来|亲自|不在|没空|必须|一定)|亲自|代[办领理]|委托|(?:别人|家人|家属|朋友|父母|爸妈|子女|老婆|老公|配偶|他人).{0,6}(?:代|帮|替|去)|(?:都)?得去吗|几岁|多大(?:年纪|年龄|岁)?|年龄|算不算|够不够|(?:我|外地人?|老人|孩子|小孩|学生|台湾人|外国人)(?:能|可以|也能|也可以|可不可以)(?!帮)|\\b(?:can (?:i|we|my|foreigners?|someone)|am i|eligib\\w{0,6}|qualif\\w{0,6}|who can|someone else|on (?:my|his|her) behalf|in person|requirements?|do i (?:have|need) to|have to)\\b',
  ),
  pattern('how', '代[办领]'),
  pattern(
    'basis',
    '依据|法律(?!援助)|法规|条例|哪[条部](?:法|规|条)?|第几条|(?:哪个|什么|啥)(?:法|文件|规定|政策|条文)|(?:政策|文件)(?:依据|原文|规定)|凭什么|有(?:没有)?(?:明文)?规定|\\b(?:legal basis|laws?|regulations?|statute|legislation)\\b',
  ),
]

function pattern(section: QuestionSection, source: string): readonly [QuestionSection, RegExp] {
  return [section, new RegExp(source, 'giu')]
}

/**
 * The sections of a guide a message asks about, in order of place; a section may turn up at several places. Simplified,
 * traditional and English. Empty when the words name no section (an overview, or no question at all).
 */
export function readQuestionTypes(text: string): QuestionType[] {
  const folded = foldCharacters(text)
  const found: QuestionType[] = []
  for (const [section, expression] of PATTERNS) {
    for (const match of folded.matchAll(expression)) {
      const end = match.index + match[0].length
      if (end > match.index) found.push({ section, text: text.slice(match.index, end), start: match.index, end })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}
