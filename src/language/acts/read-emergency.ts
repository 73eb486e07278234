import { foldCharacters } from '../script.ts'
import { IN_ENGLISH, NOT_NOW_IN_ENGLISH } from './emergency-in-english.ts'

/**
 * What helps in an emergency: the number of police, fire, ambulance, traffic accident or psychological aid (12356), or a
 * text of its own where more than a number is to be said.
 */
export type Emergency = '110' | '119' | '120' | '122' | '12356' | 'gas' | 'lift' | 'fraud' | 'home' | 'wages'

/**
 * Despair comes first: who asks about papers and wants to die is helped with the second. Said outright, or round the
 * corner: whether to live on, a farewell letter, pills in the hand.
 */
const DESPAIR: readonly RegExp[] = [
  /不想活(?![动跃泼])|活不下去|活着(?:真|好|太)累|(?:全|都|一整?瓶)[^，。]{0,4}吞(?:下|了)|我(?:现在|正|已经|就)?(?:站|坐)在(?:楼顶|天台|桥栏|窗台)|活着(?:真|好|也|都)?(?:没(?:有)?(?:什么|啥)?(?:意思|意义)|好累)|(?<!笑|热|累|烦|饿|困|想)想死(?!你|我|他|她|啦你|亡)|想(?:要)?自杀|要(?:去)?自杀|我.{0,6}自杀|轻生(?!救|干预)|想不开|结束(?:我|自己)?(?:的)?(?:这条)?(?:生命|性命)|割腕|(?:割|划)(?:了|开|破)(?:自己)?(?:的)?手腕|手腕(?:已经|都)?(?:割|划)(?:了|开|破)|(?:写|留)(?:好|下|了|完)(?:了)?遗书|(?:楼顶|天台|窗台|桥栏|桥边).{0,8}(?:跳|往下)|想跳下去|带着?(?:我的?)?(?:孩子|娃|小孩|宝宝|女儿|儿子).{0,4}(?:一起|一块)(?:走了?算了|死|走绝路)|活够了|没有?活路|遗书(?:已经|都)?(?:写|留)(?:好|完)了?|(?:要|想|准备|打算)(?:去|从[^，。]{1,8})?跳(?:楼|桥|海|河|江)(?!价)|\b(?:kill myself|suicid(?:e|al)|want to die|end my life|don'?t want to live)\b/iu,
  /该不该(?:再|继续)?活|(?:不知道|没(?:有)?(?:理由|力气|勇气))[^，。]{0,4}活(?:着|下去)|(?:发|写|留)了?[^，。]{0,3}遗书|(?:安眠药|毒药|农药|老鼠药|一整?瓶药)[^，。]{0,6}(?:倒|拿|握|攥|捧)(?:在|到|进)?手|手(?:里|上)(?:拿|握|攥)着?[^，。]{0,3}(?:安眠药|毒药|农药)|死了(?:算了|一了百了|就解脱)|\b(?:do(?:n['’]?t| not) want to be (?:here|alive)|end it (?:all|tonight|now)|no reason to (?:live|go on)|better off dead|(?:hurt|harm|cut) myself)\b/iu,
]

const PAY = '(?:工钱|工资|薪水|血汗钱|欠薪|欠款|工程款)'
/** Who is not paid and threatens to hurt himself, in either order. */
const WAGES = new RegExp(
  `${PAY}[^。！？\\n]{0,24}(?:塔吊|跳(?:楼|下去|桥)|楼顶|天台|自焚|点(?:火|了自己)|汽油|死给|不活了|活不下去|同归于尽)|(?:爬(?:上|到)?[^。，]{0,3}塔吊|塔吊上|楼顶|天台)[^。！？\\n]{0,24}${PAY}`,
  'u',
)

const GAS = '(?:煤气|燃气|天然气|液化气|瓦斯)'
const AT_HOME =
  '(?:老公|丈夫|我先生|老婆|妻子|爱人|对象|男朋友|女朋友|男友|前夫|前妻|婆婆|公公|继父|我?爸爸?|我?妈妈?|儿子|他爸)'

/** Somebody who says that she speaks for an office, a bank or a court. */
const OFFICE =
  '(?:公安|警察|警官|民警|公检法|检察|法院|法官|反诈|海关|银行|银监|客服|社保|医保|税务|通信管理|领导|老板|政府|工作人员)'
const IMPOSTOR = `(?:(?:自称|冒充|假冒|假扮|假装|声称|号称|谎称|装成|装作|扮成)[^，,。]{0,8}${OFFICE}|(?:说|讲)(?:自己|他|她)?是[^，,。]{0,6}${OFFICE}[^，,。]{0,3}(?:的人|的)(?!(?:问题|系统|规定|原因)))`
const MONEY = '(?:[一二两三四五六七八九十百几\\d]+(?:多|来)?(?:万|千|百|元|块)|钱|款|积蓄)'
const PAID = '(?:转|汇|打|付)(?:了|过去|出去|走|给了?)'

/** Where the number alone says too little. */
const PARTICULAR: readonly (readonly [Emergency, RegExp])[] = [
  [
    'gas',
    new RegExp(
      `${GAS}(?:罐|管|灶|表)?(?:在|正在|好像|可能)?(?:泄漏|泄露|漏气|漏了|在漏|漏得|味(?:道)?(?:好|很|特别|非常|越来越|太)?(?:重|大|浓))|漏${GAS}了?|\\b(?:gas leak|leaking gas|smell(?:s)? (?:of )?gas)\\b`,
      'iu',
    ),
  ],
  [
    'lift',
    /电梯[^。！？]{0,8}(?:困(?:住|在|了|着)|被困|被关|出不来|出不去|打不开门)|困在[^。！？]{0,6}电梯|\b(?:stuck|trapped) in (?:the |a |an )?(?:lift|elevator)\b/iu,
  ],
  [
    'home',
    new RegExp(
      `${AT_HOME}[^。！？\\n]{0,12}(?:又|还|一直|天天|总)?(?:打(?:我|了我|人|孩子|伤)|动手(?:打|了)|揍我|踹我(?!家?的?门)|掐我|家暴|扇我)`,
      'u',
    ),
  ],
  [
    'fraud',
    /(?:被|遭|遇到?|中了?|碰到)[^。！？\n，,]{0,8}(?:诈骗|电诈|骗)(?:子|了|走|去|光)?[^。！？\n]{0,14}(?:万|千|百|元|块|钱|转|汇|打过去|账户|银行卡)|(?:诈骗|骗子)[^。！？\n]{0,12}(?:转(?:了|出|过|走)|汇(?:了|出|过)|打过去|付了)|(?:刚|已经)[^。！？\n]{0,6}(?:转|汇)[^。！？\n]{0,8}(?:骗子|诈骗)|\bi(?:['’]ve| have| was| got| just)?(?: been| just| got)* (?:scammed|defrauded|swindled)\b/iu,
  ],
  [
    'fraud',
    new RegExp(
      `${PAID}[^。！？\\n]{0,10}${MONEY}[^。！？\\n]{0,14}${IMPOSTOR}|${IMPOSTOR}[^。！？\\n]{0,24}${PAID}[^。！？\\n]{0,8}${MONEY}|${MONEY}[^。！？\\n]{0,6}${PAID}[^。！？\\n]{0,12}${IMPOSTOR}|(?:转|汇|打)[^，,。！？\\n]{0,10}(?:所谓的?)?安全账户|(?:转|汇|打|付|充)(?:了|过去|给)[^。！？\\n]{0,14}(?:拉黑|删了我|把我删)|(?:刷单|投资群|荐股|博彩|杀猪盘)[^。！？\\n]{0,14}(?:[垫充转投汇]|付)[^。！？\\n]{0,14}(?:提不(?:出来|了)|取不出|不返|联系不上|不见了)`,
      'u',
    ),
  ],
]

const URGENT: readonly (readonly [Emergency, RegExp])[] = [
  [
    '119',
    /(?:煤气|燃气|天然气|液化气|[气油]罐|钢瓶|锅炉?|电池|电瓶|电动车|充电宝|烟花|店|厂|楼|家)[^，。！？\n想气态]{0,4}(?:炸了|爆炸)(?!物|点|性|险)/u,
  ],
  [
    '119',
    /(?:煤气|燃气|天然气|液化气)味(?:道)?(?:好|很|特别|非常|越来越|太)?(?:重|大|浓)|(?:塌|垮)(?:了|下来)[^。！？]{0,12}(?:压|埋|困)(?:着|住|在|了)|(?:下面|底下|下边|里面|里头)[^，。]{0,3}(?:压|埋)(?:着|住|了)?[^，。]{0,3}人|有人[^，。]{0,4}(?:压|埋)在/u,
  ],
  [
    '120',
    /(?:叫|喊|推|摇)不醒|(?:倒|躺)在[^，。]{1,6}(?:不动了|没反应|不省人事)|摔(?:倒|跤|下|了|在)[^。！？\n]{0,10}(?:(?:起不|不起)来(?!床)|动不了|不(?:会|能)动)|(?:倒|栽)(?:在)?地(?:上|下)?[^。！？\n]{0,6}(?:不(?:会|能)?动|没反应|起不来|说不出话|抽搐)/u,
  ],
  [
    '110',
    /(?:拿|持|举|提|挥)着?[^，。]{0,3}(?:刀|斧头?|棍子?|锤子?)[^，。]{0,4}(?:砸|踹|堵|冲|威胁|要杀)|(?:砸|踹)(?:着)?(?:我家?的?)?门[^。！？]{0,8}(?:躲|不敢|害怕|救)/u,
  ],
  [
    '119',
    /(?:着火|起火|失火)(?!点|源|罪|原因)(?:了|啦|啊|[!！。，,]|$)|(?:家|楼|屋|房|车|店|厂|山)(?:里|上|下|子|间|库)?(?:着|起|失)火(?!点|源|罪|原因)|(?:煤气|燃气|天然气|液化气)(?:泄漏|漏气|漏了)|被困(?:在)?(?:电梯|火|楼|水)|我(?:们)?被困住|(?:楼道|楼里|屋里|家里|房间)[^，。]{0,3}(?:全|都)?是(?:浓)?烟|电梯.{0,4}(?:困住|被困|被关)|\b(?:(?:house|home|building|flat|car|kitchen) is )?on fire\b|\bgas leak\b/iu,
  ],
  [
    '120',
    /(?:晕|昏)(?:倒|过去|迷)(?:了|在|不醒|啦|[!！。，,]|$)|没(?:有)?(?:呼吸|心跳|气)了|不省人事|叫(?:个|辆|一下)?救护车|心脏病(?:发作|犯了)|(?:心梗|中风|脑溢血)(?:发作)?了|大出血(?:了|[!！]|$)|(?:流|出)(?:了)?(?:好多|很多|大量)血|喘不(?:上|过)(?:来)?气|(?:煤气|食物|农药|药物)中毒(?:了|[!！]|$)|(?:喝|吃|吞)(?:下|了|下了)?(?:.{0,2}(?:整|半|一)?(?:瓶|把|盒|堆))?(?:农药|安眠药|毒药|老鼠药)|(?:喝|吃|吞)(?:下|了|下了)(?:好多|很多|大量|过量|一大把|一整瓶)(?:.{0,3})药|(?:触电|溺水|噎住|抽搐)了|\b(?:ambulance|unconscious|heart attack|not breathing|can'?t breathe|overdose)\b/iu,
  ],
  [
    '122',
    /(?:出|发生|遇|遭遇?)(?:到)?(?:了)?(?:车祸|交通事故)(?:了|[!！。，,]|$)|(?:被|让)(?:车|汽车|电动车|摩托车?|货车)(?:给)?撞(?:了|倒|到|飞)|撞(?:车|人|到人|了人)了|追尾了|\b(?:car (?:accident|crash)|hit by a car)\b/iu,
  ],
  [
    '110',
    /救命|(?:拿|持)着?[^，。]{0,3}(?:刀|枪|棍子?|斧头?)[^，。]{0,3}(?:追|砍|刺|捅|打)(?:着)?(?:我|人)|被[^，。]{0,6}(?:锁|关)在[^，。]{0,4}(?:屋|房间|车间|仓库|地下室|宿舍)里?|(?:我|有人)?(?:要|想|得|快)(?:去)?报警|有人.{0,6}(?:持刀|拿刀|带刀|砍人|打我|杀|闯进|闯入|撬|跟踪我|抢)|(?:正在|在|又)(?:打|殴打|砍|家暴)(?:我|人)|(?:老公|丈夫|老婆|男友|男朋友|爸爸?|妈妈?).{0,4}(?:打我|家暴我|要杀)|(?:被|遭)(?:抢劫|抢了|绑架|拐|持刀|跟踪|囚禁|殴打|非法拘禁)|(?:孩子|小孩|宝宝|老人|女儿|儿子).{0,3}(?:走丢|走失|被拐|不见)了|(?:孩子|小孩|宝宝|老人家?|女儿|儿子|爷爷|奶奶|外公|外婆|阿公|阿嬷|爸爸?|妈妈?|父亲|母亲|老伴|弟弟?|妹妹?|孙子|孙女)[^，。]{0,5}(?:走丢|走失|失踪)(?:了(?!(?:很多|好几|多|[^，。]{1,2})年)|[^，。]{0,3}(?:小时|钟头|半天|一夜|一晚))|(?:孩子|小孩|宝宝|女儿|儿子|娃).{0,6}被.{0,6}(?:抱|带|拐|抢)走|(?:把我|被)(?:关|锁|扣)(?:在|起来)?.{0,8}(?:不让|出不去|走不了|逃)|不让我?(?:们)?(?:走|离开|出门|回家).{0,6}打|(?:入室|持刀)(?:盗窃|抢劫)|\b(?:call (?:the )?police|being (?:attacked|robbed|followed)|robbed|kidnapped|help me!)\b/iu,
  ],
]

/** The particular calls before the others, to be found wherever they stand. */
const CALLS = [...PARTICULAR, ...IN_ENGLISH, ...URGENT].map(
  ([call, pattern]) => [call, new RegExp(pattern, `g${pattern.flags}`)] as const,
)

/** Words of somebody who asks how a past event is handled, not of somebody in it. */
const AFTERWARDS =
  /报销|残疾证|想办|要办|怎么办.{0,4}(?:证|手续)|[上下]班(?:路上|途中|.{0,5}被)|补贴|补助|赔偿?|理赔|鉴定|认定|证明|工伤|材料|流程|手续|申请|办理|怎么算|保险|条例|法律|告诫书|保护令|责任|记录|验收|预案|演练|住院费|医疗费|户口|社保|医保|怎么定|误工|伤残|后遗症|出院|待遇|护理|瘫痪|瘫在床|卧床|领[^，。]{0,5}钱/u
/** Right before the words: a danger feared, avoided or often seen, not one that is there. */
const FEARED =
  /(?:经常|常常|时常|总是|老是|屡次|多次|容易|会(?!动|说|讲|走|喘|呼吸|醒)|担心|万一|如果|假如|要是|一旦|避免|防止|预防|差点|险些|曾)[^，,。；;！!？?\n]{0,4}$/u
/** 怎么办 cries where it stands by itself or after what happens; 残疾证怎么办 asks for a paper. */
const NOW =
  /救命|快来|快点|快帮|现在|正在|马上|赶紧|刚刚|(?:^|[了着啊，,。！!？?；;\s])(?:我们?)?(?:该|可)?怎么办[呀啊!！?？]*$|help/iu

const LENGTH = '[一二两三四五六七八九十半好几数\\d]+(?:来|多)?(?:个)?'
/** Right before the words: it is told of another day. 前天租的房子着火了 is not. */
const EARLIER = new RegExp(
  `(?:前天|大前天|前(?:几|些|阵|段)(?:天|日|年|子|时间)|那(?:天|年|次|晚|会儿)|上(?:个)?(?:周|月|星期|礼拜|学期)[一二三四五六日天末初底]?|去年|前年|年前|${LENGTH}(?:天|周|星期|礼拜|月|年)(?:以|之)?前|之前|以前)[^，,。；;！!？?\\n的刚又起]{0,10}$`,
  'u',
)
/** After them: how it ended, or how long she has been treated since. */
const ENDED = new RegExp(
  `(?:住院|抢救|手术|治疗|重症|icu)[^，,。；;\\n]{0,4}${LENGTH}(?:天|周|星期|礼拜|月|年)|(?:躺|养|休养|瘫)(?:着|了)?${LENGTH}(?:周|星期|礼拜|月|年)|(?:第${LENGTH}天|[天周月年]后|还是|最后)[^，,。；;\\n]{0,3}(?:(?:走|去世|过世|离世)(?:了|的)|没了(?!呼吸|心跳|气|脉|意识|反应))|没(?:能)?(?:抢)?救(?:回|过)来|(?:抢救|救治)无效`,
  'iu',
)
/** What began another day and still goes on is an emergency. */
const STILL =
  /(?:现在|今天|这会儿|还|一直)(?:都|也|还|又)?(?:在|没(?:有)?)?(?:流血|大?出血|不醒|醒(?:过来|来)?(?=$|[，,。！!？?])|反应|着火|冒烟|喘)|救命|快来|快叫/u

const LOST_SO =
  /(?:爸|妈|父亲|母亲|儿子|女儿|老公|老婆|丈夫|妻子|爱人|哥哥?|弟弟?|姐姐?|妹妹?|爷爷|奶奶|外公|外婆|家人|家里人|亲人|朋友|室友)[^，。！？\n]{0,8}(?:自杀|跳楼|跳海|轻生|上吊)[^，。！？\n]{0,3}(?:走了|去世|身亡|离世|过世|死了|没了|人没了)/u
const OWN_DESPAIR = /我(?:也|自己|真的|现在)?[^，。]{0,4}(?:不想活|想死|活不下去|撑不下去|跟(?:他|她)走|想去陪)/u

/** Whether somebody lost a relative by suicide: no danger of her own, and she may need both comfort and an answer. */
export function bereaved(text: string): boolean {
  const folded = foldCharacters(text)
  return LOST_SO.test(folded) && !OWN_DESPAIR.test(folded)
}

/** What a message calls for at once; undefined for everything else. 着火点, 120元 and 不想活动 call for none. */
export function readEmergency(text: string): Emergency | undefined {
  const folded = foldCharacters(text)
  if (WAGES.test(folded)) return 'wages'
  if (DESPAIR.some((pattern) => pattern.test(folded))) return bereaved(folded) ? undefined : '12356'
  const goesOn = STILL.test(folded)
  const isOver = !goesOn && ENDED.test(folded)
  const found = isOver ? undefined : CALLS.find(([, pattern]) => isThere(folded, pattern, goesOn))
  if (found === undefined || (isHandled(folded) && !NOW.test(folded))) return undefined
  return found[0]
}

function isHandled(folded: string): boolean {
  return AFTERWARDS.test(folded) || NOT_NOW_IN_ENGLISH.test(folded)
}

/** Whether the words stand somewhere as what is so now: neither feared nor told of another day, unless it goes on. */
function isThere(folded: string, pattern: RegExp, goesOn: boolean): boolean {
  return [...folded.matchAll(pattern)].some(({ index }) => {
    const before = folded.slice(Math.max(0, index - 24), index)
    return !FEARED.test(before.slice(-10)) && (goesOn || !EARLIER.test(before))
  })
}
