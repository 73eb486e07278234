import { foldCharacters } from '../script.ts'
import { PERSON } from './read-acting.ts'

/** Things people do with words in a conversation, besides asking and telling. */
const ACTS = [
  'affirm',
  'deny',
  'thanks',
  'greeting',
  'apply',
  'cancel',
  'wait',
  'set-aside',
  'resume',
  'status',
  'human',
  'complaint',
  'skip',
  'unknown',
  'show',
  'again',
] as const

/** One of the acts a reader knows. */
export type Act = (typeof ACTS)[number]

/** An act and the words that perform it. `detail` is the receipt number of a `status`, when one was said. */
export type ActReading = {
  readonly act: Act
  readonly text: string
  readonly start: number
  readonly end: number
  readonly detail?: string
}

/** The start of a clause, and its end after a closing particle. */
const OPEN = '(?<=^|[，,。.；;！!？?~～\\s])'
const CLOSE = '(?=[啊呀哦喔呢嘛吧哈啦了的噢欸诶耶哎～~]{0,2}(?:$|[，,。.；;！!？?\\s]))'
const DOING =
  '(?:办(?!公(?![积证司租])|法)|过户|解押|解除?抵押|提取|落户|迁(?:户口|入|出|到)|[换补][^，,。；;！!？?\\s]{0,5}[证照卡]|续签|挂失|年检|年审|报销|申请|申领|申办|申报|弄|补办|补领|补证|补一?[张本个份]|换领|换发|换证|换新|换一?[张本个份]|登记|注册|报名|提交|填(?:写|一下|[个份张])?(?!的)(?:(?!什么|啥|哪|几|多少)[^，,。；;！!？?\\s了过错完]){0,12}?(?:表|单|申请)|预约|开(?:具)?[^，,。；;！!？?\\s]{0,10}证明)'
/** A question form later in the clause: it asks about the doing instead of wanting it. */
const ASKED =
  '[^，,。；;！!？?]{0,24}(?:什么|啥|哪|几|多少|多久|怎么|咋|如何|吗|嘛|么|能不能|可不可以|要不要|行不行|[?？])'

/** 那我还是办了吧: after all. */
const STILL = '(?:那|我|我们|想了想|算了){0,2}还是(?:接着|继续)?(?:办|申请|填)(?:一下)?'

/** 让装修公司替我办: somebody else is to do it. */
const ANOTHER = '(?:[让叫托由]|请(?![你您帮]))[^，,。；;！!？?你您]{1,8}'

/** NOTE: every repetition is bounded, so that a hostile message costs no more than a plain one. */
const PATTERNS: readonly (readonly [Act, RegExp])[] = [
  pattern(
    'affirm',
    `${OPEN}(?:是|是的|对|对的|对对|没错|好|好的|好滴|好呀|可以|行|行的|嗯{1,3}|恩|没问题|确认|同意|要的|需要|有|有的|正确|ok|okay|yes|yeah|yep|sure)${CLOSE}`,
  ),
  pattern(
    'deny',
    `${OPEN}(?:不|否|不是|不是的|不用|不用了|不要|不要了|不行|不对|不需要|没有|没|不了|不可以|不同意|算了|no|nope)${CLOSE}`,
  ),
  pattern('thanks', '谢谢|多谢|感谢(?!信)|辛苦(?:了|你|您)|感恩|\\bthank(?:s| you)\\b'),
  pattern(
    'greeting',
    `${OPEN}(?:你好|您好|嗨|哈[喽啰罗]|早上好|上午好|中午好|下午好|晚上好|在吗|在么|有人吗|hello|hi|hey|good (?:morning|afternoon|evening))(?![\\p{Script=Latin}])`,
  ),
  pattern(
    'apply',
    `(?<!${ANOTHER}|不用|不要|不|别|没|不会|没有|不能|不肯|不愿|不愿意|不同意|无法|拒绝|督|求|谁|人|才|(?:[妈爸哥姐弟妹爷奶婆儿友叔姨舅师]|女儿|老公|律师|同事|同学|老板|中介|单位|公司|学校|医院|银行|法院|社区|房东|窗口)(?:来|去|能|可以)?)(?:帮|给|替)(?:我|忙|咱)?(?:们)?(?:家)?(?:里人|老人|[爸妈爷奶]{1,2}|老[爸妈公婆]|外[公婆]|父亲|母亲|孩子|儿子|女儿)?(?:先|直接|现在|马上|也|一起|顺便|在线|把.{1,12}?)?(?:${DOING}|变更|注销)`,
  ),
  pattern(
    'apply',
    `(?<!${ANOTHER}|[不没别谁人卖赠送转借租留交])(?:(?:帮|给|替|代)${PERSON}|(?:我(?:要|想|来|去)?|要|想|来)(?:帮|给|替|代)[他她])(?:先|直接|现在|马上|也|一起|顺便|在线|把.{1,12}?)?${DOING}(?!${ASKED})`,
  ),
  pattern(
    'apply',
    `(?:表格?|单子?|申请书?)(?:就|请|麻烦|你|您|[能可]不?[能可]?以?){0,2}(?:帮|给|替|代)(?:我|忙|咱)们?(?:先|直接|现在|马上|也|一起)?填(?:一下|写|好)*${CLOSE}`,
  ),
  pattern(
    'apply',
    `(?:现在|马上|直接|立刻|这就|那就|就|顺便|顺带)(?:帮我)?(?:给我|在这里?|在线|网上)?(?:就)?(?:开始)?${DOING}(?:吧|一下|这个|了|掉|好了)?(?![^，,。；;！!？?]{0,24}(?:什么|啥|哪|几|多少|多久|怎么|咋|如何|需要|吗|嘛|么|[?？]|(\\p{Script=Han})不\\1))`,
  ),
  pattern(
    'apply',
    `${OPEN}(?:那就?|就|我们|咱们|现在|请|好)?(?:开始|启动|发起)(?:办理?|申请|填写?|登记)(?![时日][间期])|(?<![督催代包主协])${DOING}一下|${OPEN}(?:我们?|我和[^，,。；;！!？?]{1,6})?预约(?!${ASKED})|${OPEN}(?:办吧|申请吧|开始吧|来办吧|办理?|申请|我要办|我要申请|${STILL})${CLOSE}`,
  ),
  pattern(
    'apply',
    `(?<!不|别|没|内|多久|[几少]天|时候|何时|谁)(?:我|咱|我们)?(?:要|想要?|打算|希望|准备|需要)(?:在这里?|在线|在网上|网上|现在|马上|直接|先|去|来)?${DOING}(?!(?:什么|啥|哪|多少|几))(?!${ASKED})`,
  ),
  pattern(
    'apply',
    "\\b(?:i(?:'d| would)? (?:want|like|need|wish) to (?:apply|register|start)|apply (?:for me|now)|^\\s{0,3}apply[.!\\s]{0,3}$|help me apply|(?:^|[,.!]\\s{0,2}|(?:please|help me(?: to)?|let'?s|(?:can|could) you(?: please)?|want to|like to|need to) )(?:fill (?:in|out|up)|complete) (?:the|an?|my|this) [^,.?!]{0,40}?(?:form|application)|start (?:the|my|an) application|let'?s (?:start|apply))\\b",
  ),
  pattern(
    'cancel',
    `(?:不|别|甭)(?:想|要|用)?(?:再)?(?:办|申请|弄|填)了|${OPEN}(?:算了|放弃|取消|作废)(?:吧|了|掉)?${CLOSE}|(?:取消|放弃|删掉|删除|作废|终止)(?:掉)?(?:这个|这次|本次|我的|这份|当前)?(?:申请|办理|草稿|表单?)|\\b(?:cancel|abort)\\b`,
  ),
  pattern(
    'set-aside',
    `(?<!这[个项]先?)先?放一放|(?<!这[个项]先?)先?放(?:着|一边)|(?<!这个|这项)(?:等|待|过)(?:一)?会儿?再(?!(?:填|说|弄|来|补)?(?:这|它))|(?<!这个|这项)(?:晚点|晚些|改天|回头|明天|下次|有空|以后)再(?:填|办|弄|说|来|补|申请)(?!这[个项一])|(?<!这个|这项)(?:等|待)一?下(?:儿)?我?再(?:来|填|弄|办|继续)(?!这|它)|(?:我|先|得|要){1,3}去?[^，,。；;\\s]{1,8}[，,。\\s]{1,2}(?:回来|[^，,。；;\\s]{0,4}完|晚上|中午|下午|下班|充好电?)了?(?:再|接着)(?:来|填|弄|办|说|继续)|先不(?:填|办|弄|申请)(?!这)|别(?:再)?问了?(?=[，,。！!\\s]*(?:我|现在|心里?|好|很|太|真)*(?:难受|难过|累|没心[情思]|不想(?:说|填|答)))|(?:先|请)?暂停(?:一下|申请|办理|填写)|${OPEN}(?:我|先|请|这个?|申请)*暂停(?:吧|了)?${CLOSE}|先停(?:一下)?|先(?:保存|存)(?:一下|着|起来)?|\\b(?:later|not now|put (?:it|this) aside|save (?:it|this) for)\\b`,
  ),
  pattern(
    'wait',
    `${OPEN}(?:那|先|请|麻烦|你)?(?:等(?:我)?(?:一下|一等|等|一会儿?|会儿?|下|几分钟|片刻)|稍等|慢着)(?!儿?再)|${OPEN}我(?:先|得|要)?(?:去)?(?:找找|找一?下|拿一?下|翻一?下|接个?电话)|\\b(?:wait|hold on|one moment|just a (?:sec|second|moment|minute))\\b`,
  ),
  pattern(
    'resume',
    `${OPEN}${STILL}${CLOSE}|继续(?:[给帮替]\\p{Script=Han}{1,5})?(?:办|填|申请|弄|刚才|上次|之前|完成)|${OPEN}(?:那)?(?:我们)?继续${CLOSE}|(?<!回来|完了?|等下|等会|晚点|晚上)接着(?:[给帮替]\\p{Script=Han}{1,5})?(?:办|填|弄|申请|来|刚才|上次)|回到(?:刚才|之前|申请|表)|${OPEN}(?:那|先|还是|我们?|咱们?|再)*(?:回到|回去办|切回|转回)[^，,。；;！!？?\\s]{0,12}(?:证|卡|照|申请|登记|补贴|津贴|过户|落户|公积金|医保|社保|低保|那[个件份项]|一件事)(?:吧|的?申请|的?表)?${CLOSE}|(?:刚才|上次|之前)(?:那个|那份|的)?(?:申请|表|草稿)?(?:继续|接着)|^(?:我|好了?|你好|您好|刚刚?|又|[，,\\s])*回来[了啦](?:啊|呀|哦)?[。.！!～~\\s]*$|^i(?:'m| am) back[.!\\s]*$|\\b(?:continue|resume|go on|carry on)\\b`,
  ),
  pattern(
    'status',
    '(?:办|审|批|走|进行)(?:理|核)?到(?:哪|什么)|到(?:哪|什么)(?:一)?(?:步|阶段|环节)|(?:查|看|问|了解|办理|申请|审[核批]|办件)(?:一下|一查|询|看)?(?:办理|申请|审[核批]|办件|我的|下|案件)?进[度展]|(?<!(?:能|可以|会|多久|几天|当[场天日]|一次)[^，,。；;？?]{0,8})(?:办|审|批)(?:核|批|理)?(?:好|完|过|通过|下来)(?:了)?(?:吗|没|么|沒)|批了?没|审没审|[过下]没[过下]|有没有批(?!准文)|(?:我的|那个|之前的?|上次的?)(?:申请|办件|件|材料)(?:怎么样|咋样|批了|过了|有结果)|\\b(?:status|progress) of\\b|\\bmy application status\\b|\\btrack my\\b|\\b(?:where|how far) (?:does|is|has|did) my (?:application|case|filing)\\b',
  ),
  pattern(
    'human',
    '有没有(?:真人|活人|人工)|(?:跟|和|同)(?:你们)?的?(?:工作人员|真人|活人|客服)(?:说|讲|谈|聊|沟通)|(?:转|接|找|叫|换|联系)(?:个|到|一下|接)?(?:人工|真人|客服|工作人员|活人)|(?:换|叫|找)个?人(?:来|跟|和)(?:我)?(?:说|讲|谈|接)|(?:转接|让|请|叫)[^，,。；;！!？?]{0,6}(?:工作人员|办事员|接线员|客服)[^，,。；;！!？?]{0,4}(?:联系|打给|回电|找我|接)|转接[^，,。；;！!？?]{0,6}(?:工作人员|办事员|接线员)|(?:找|换)(?:个|一个)?(?:懂的?)?人(?:来|工)|(?:叫|让|找)(?:你们)?(?:领导|主管|经理)(?:来|跟|出)|让(?:一个|个)?(?:人|办事员)[^，。；;！!？?]{0,4}(?:打电话|帮我|来帮)|要(?:个|找)?(?:真人|活人|人工(?=客服|服务|$|[，,。！!\\s]))|人工(?:客服|服务|坐席)|^\\s?人工\\s?$|不(?:想|要)(?:跟|和)机器人|\\b(?:human|real person|live agent|talk to (?:a person|someone|staff)|operator)\\b',
  ),
  pattern(
    'complaint',
    '投诉|举报|(?:我要|想要?)(?:反映|告(?:你|政府|窗口|领导|工作人员|派出所|[^，,。]{0,4}[局委办]))|反映(?:一下|一个|个)?(?:问题|情况)|态度(?:太|很|非常|真|这么|特别)?(?:差|恶劣|不好)|不作为|乱收费|踢皮球|推来推去|来回折腾|白跑|\\b(?:complain|complaint)s?\\b',
  ),
  pattern(
    'skip',
    `跳过|(?:这个|这项|这一项)?先?不填(?:了)?${CLOSE}|先不填这|(?:等|待|过)(?:一)?(?:下|会儿?|等)?儿?再(?:填|说|弄|补|来|回答)?(?:这[个项题]|这一[项题]|它)|${OPEN}(?:这[个项题]|这一[项题]|这里|它)?(?:先|暂时|就)?(?:先)?(?:空着|留空|空一下)${CLOSE}|这[个项题]先?放(?:着|一放|一边)|这(?:个|项|一项|题)(?:等|以后|之后|回头|晚点|最后|待会儿?|等会儿?|等下|等一下|过会儿?)+再?(?:填|说|补|来|弄)|${OPEN}(?:我)?先(?:填|来|问|说|弄|回答)(?:一下)?(?:后面|别的|下面|其他|其它|下一[个项题])(?:的|项|那些|内容|问题)*${CLOSE}|${OPEN}(?:后面|下面|别的|其他|其它|下一[个项题])(?:的|那些|内容|问题)*先(?:来|填|说|问)${CLOSE}|${OPEN}(?:下一(?:个|项|题))${CLOSE}|${OPEN}(?:这[个项题]?)?(?:能|可以|能不能|可不可以)(?:先|等|晚点|晚些|待会儿?|一会儿?|等会儿?|等一?下|最后|以后|回头)+(?:再)?(?:填|说|补|答|回答)吗?${CLOSE}|\\bskip\\b`,
  ),
  pattern(
    'unknown',
    `${OPEN}(?:我|这个|那个|这项|这一项|这|它){0,3}(?:也|真的?|都|还|好像|暂时|有点)?(?:不知道|不晓得|不清楚|不确定|不记得|不太(?:知道|清楚|确定|记得|懂)|记不(?:得|清|住|起来)|想不起来|没记住|说不准|忘了|忘记了)(?:这个|号码?|是多少|是什么|怎么填|了|具体)?${CLOSE}|\\b(?:(?:i )?(?:don'?t|do not) (?:know|remember)|not sure|no idea)\\b`,
  ),
  pattern(
    'show',
    '(?:看看?|看一下|查看|核对|检查|显示|列出)(?:一下|下|看)?(?:我)?(?:都|已经|刚才|目前|现在)?(?:填|写|提供|录)|填了(?:什么|哪些|啥|多少)|(?:看看?|看一下|查看|核对|检查|预览|打开)(?:一下|下)?(?:我的|这份|那份|一下|我)?(?:申请表?|表格?|草稿|信息|内容)(?!怎么|要|的?条件)|给我看看|再看一遍|\\b(?:show|review) (?:me )?(?:my|what)\\b|\\bwhat (?:have|did) i (?:already )?(?:fill(?:ed)?(?: in| out)?|enter(?:ed)?|g[ai]ven?|told?|tell)\\b',
  ),
  pattern(
    'again',
    '再(?:说|讲|发|来|解释)(?:一遍|一次|一下)|重复一[遍下次]|没(?:听|看|太|大)?(?:懂|明白|清楚|听清|看懂)|什么意思|\\b(?:repeat|say (?:it|that) again|pardon)\\b',
  ),
]

/** A receipt number as printed on the receipt: XM, the date, and eight characters. */
const RECEIPT = /(?<![A-Za-z0-9])[A-Z]{2}\d{8}-[A-Z0-9]{8,9}(?![A-Za-z0-9])/gi

/** What stands in marks is told of, and not wished for: 第三条写着“直接提交”. */
const QUOTED = /[“「『"][^”」』"]{1,40}[”」』"]/gu

function pattern(act: Act, source: string): readonly [Act, RegExp] {
  return [act, new RegExp(source, 'giu')]
}

/** The acts a message performs, in order of place; several may hold, each at most once (its first place). */
export function readAct(text: string): ActReading[] {
  const folded = foldCharacters(text)
  const ownWords = folded.replace(QUOTED, (quoted) => ' '.repeat(quoted.length))
  const found = new Map<Act, ActReading>()
  for (const match of folded.matchAll(RECEIPT)) {
    const end = match.index + match[0].length
    if (!found.has('status')) {
      found.set('status', {
        act: 'status',
        text: text.slice(match.index, end),
        start: match.index,
        end,
        detail: match[0].toUpperCase(),
      })
    }
  }
  for (const [act, expression] of PATTERNS) {
    expression.lastIndex = 0
    const match = expression.exec(act === 'apply' ? ownWords : folded)
    if (
      match === null ||
      (found.get(act)?.start ?? Number.POSITIVE_INFINITY) <= match.index ||
      (act === 'status' && found.has(act))
    )
      continue
    const end = match.index + match[0].length
    found.set(act, { act, text: text.slice(match.index, end), start: match.index, end })
  }
  return [...found.values()].sort((one, other) => one.start - other.start)
}
