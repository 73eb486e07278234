/**
 * Situations that decide which line of a guide applies, as citizens and guides word them. One row is one situation;
 * the rows name no service, so they hold for every guide.
 */
const SITUATIONS: readonly (readonly [id: string, pattern: RegExp])[] = [
  ['lost', /丢|遗失|掉了|不见了|弄没|找不到了|被偷|被盗|挂失|失窃|\blost|lose|stolen|missing/],
  ['expired', /过期|到期|期满|届满|快到了|失效|逾期|超期|忘记?签注|expir|overdue|too late/],
  ['damaged', /损坏|坏了|破损|泡烂|折断|断了|消磁|看不清|磨损|damaged|broken/],
  ['first', /首次|第一次|初次|头一次|新办|首申|刚满|first[- ]time|\bfirst\b/],
  ['reissue', /补办|补领|补证|补发|补一[张本个]|(?<!注销)重办|replace|reissue/],
  ['exchange', /换新|换领|换证|换发|更换|exchange/],
  ['renew', /续签|续期|延续|去续|签注|年审|延期|renew|extend/],
  ['change', /变更|改名|更改|更名|搬家|搬了|地址变|换地址|change of|changed/],
  ['cancel', /注销|停办|停保|退保|cancel/],
  [
    'agent',
    /代办|代领|代劳|代替|代(?:她|他|伊|为|老|孩|父|母|家)|替(?!换|代|补)|(?:我|家[里人]|孩子|儿子|女儿)(?:一个人|自己)?(?:去|来)(?:办|弄|领|申请|申报|取)?(?:就好|就行|可不可以|行不行|行吗|可以吗|能行)|(?:叫|让|请|找)[^，。]{1,8}(?:代|帮我?|去)(?:办|领|弄)?|(?:别人|家人|爸妈|父母|子女|孩子|儿子|女儿|老[公婆]|配偶|亲戚|朋友|爷爷|奶奶)(?:能|可以|去|来|帮)[^，。]{0,4}[办领]|(?:孩子|儿子|女儿|子女)(?:能|可以|来|去)*[替代]|委托|代理人|监护人|本人(?:要|必须|一定)?(?:到|去|来)|亲自|on (?:my|his|her) behalf|in person/,
  ],
  ['elsewhere', /异地|外地|老家|跨省|户籍地|不在本地|户口不在|另一个城市|another city|hometown/],
  ['online', /网上|线上|网办|手机上?办|小程序|在线|app|online/i],
  [
    'minor',
    /未满|不满|(?:孩子|儿子|女儿)(?!(?:能|可以|来|去)*[替代帮])|儿童|娃|宝宝|未成年|上学|child|minor|under \d+/,
  ],
  ['elder', /老人|老年|爷爷|奶奶|高龄|行动不便|[六七八九]十(?:多)?岁|(?<!\d)[6-9]\d(?:多|周)?岁|elder/],
  [
    'age',
    /今年(?:都|已经|刚|才)?[\d一二三四五六七八九十]+|(?:\d|[一二三四五六七八九十])(?:周)?岁|多大|几岁|年龄|年纪|\bage\b|years old/,
  ],
  ['urgent', /急用|加急|着急|赶时间|尽快|明天|飞机|坐高铁|临时|urgent/],
  ['missing-paper', /(?:没有?|不给|拿不出|缺)(?:租房|租赁|劳动|离职|解除)?(?:合同|证明|材料)|不签合同|no contract/],
  ['poor', /低保|困难|特困|残疾|low[- ]income|disab/],
  ['validity', /有效期|管几年|管多久|用几年|能用多久|几年换|valid/],
  ['post', /邮寄|快递|寄到|寄送|\bmail|courier/],
  [
    'progress',
    /进度|进展|(?:办|审|走|批|核|查|做)理?到了?(?:哪|什么|第几)|(?:查|看|问|知道)[^，。；]{0,8}(?:结果|办没办|好了?没|下来没)|(?:办|审|批)(?:好|完|下来|过)了?没|有没有(?:办好|通过|批下来|结果)|办理状态|\bprogress\b|\bstatus of\b/,
  ],
  [
    'visit',
    /上门|(?:来|到)(?:家里?|厝里?|屋里|医院里?)(?!的)(?:来|办|拍|评|给|做|采)|(?:瘫|躺|卧|倒)[^，。]{0,3}床|卧病|(?:起不来|起不了床|下不了床|走不(?:动|了)|动不了|出不了门|(?:没法|不能|无法)出门)|行动不便|\bhome visit|bedridden/,
  ],
  [
    'accompany',
    /陪(?!产)|(?:爸妈?|父母|家长|大人|双方|两个?人|夫妻|老[公婆]|监护人|一方)[^，。；]{0,6}(?:到场|一起|一块|都要|都得|都去|都来)|到场|自己一个人|单独(?:去|办|申请)|\baccompan/,
  ],
  ['differ', /区别|不同|不一样|差别|差异|差在哪|一样(?:吗|么|嘛|不|的吗)|一回事|是不是同一|\bdiffer/],
  ['undo', /撤回|撤销|反悔/],
  [
    'mistake',
    /[写填打登弄印搞报](?:记)?错|更正|改正|错(?:别)?字|有误|对不上|(?:名字|姓名|日期|生日|号码|信息|登记的)[^，。；]{0,12}(?:不一样|不一致|不符)|\bmistake|typo\b/,
  ],
  [
    'amount',
    /(?:领|提取?|发|交|缴|补)(?:到|取)?(?:多少|几[个千百十])|多少钱一个?月|每个?月[^，。]{0,6}(?:多少|元)|额度|限额|最高|标准|金额|how much (?:can|do|will)/,
  ],
]

/** Situations that are kinds of the same act: of lines for such kinds only the nearest apply. */
export const KINDS: ReadonlySet<string> = new Set([
  'lost',
  'expired',
  'damaged',
  'first',
  'reissue',
  'exchange',
  'renew',
  'change',
  'cancel',
])

/** The situations a text names, as ids. Expects simplified Chinese or lower-case English. */
export function readSituations(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [id, pattern] of SITUATIONS) if (pattern.test(text)) found.add(id)
  return found
}

/** What may be asked of any matter, and only in words of its own: a line that does not tell of it holds no answer to it. */
export const ASPECTS: ReadonlySet<string> = new Set(['progress', 'mistake', 'undo'])
