/**
 * Kinds of time that the same words ask for: how long a paper is good for, until when somebody has to act, how long the
 * office takes, how long something is drawn or lived in, how often it comes back, what has to have lasted before, by how
 * much something may be put off, and from when or which age one is entitled.
 */
export type TimeKind = 'validity' | 'deadline' | 'handling' | 'drawing' | 'rhythm' | 'lasted' | 'shifted' | 'from'

const SPAN =
  '(?:多久|多长时间|多长|多少(?:个)?(?:天|日|周|月|年|小时|工作日)|几(?:天|日|周|年|个?(?:月|星期|工作日|小时)))'
const ACTS =
  '(?:申请|提出|提交|申报|申领|办理|办|登记|上户|上牌|落户|过户|报销|报备|报警|报告|备案|参保|激活|换|补|报|领|续|签注|起诉|复议|仲裁|认定|缴|交)'
/** What a guide tells somebody to do; 登记 alone is what the office does. */
const ACTS_TOLD = `(?!登记|备案)(?:[^。；，]{0,8}(?:申请|提出|提交|申报|申领|报[销备告警]|参保|换[领证发]|补[领办]|续[签办]|签注|起诉|告知[^。；，]{0,6}(?:机构|部门|机关)|缴|交|去办|到)|(?<!工作日(?:之|以)?[内前])(?:去|来|到)?办(?!结|完|好|下))`
/** What she has been doing up to then. */
const LIVED = '(?:来|到|搬|住|居住|落户|交|缴|存|参保|工作|干|上班|入职|结婚|毕业|离婚|封存|断[缴交])'
/** What the office does, and what comes of it. */
const OFFICE =
  '(?:办好|办完|办结|办下来|下来|批|审|出[来证结]|出(?!境)|拿到?|发(?!现|生)|到账|到手|寄到|制|受理|答复|决定|完成|搞定|弄好|好(?!像)|有结果|裁)'
const DRAWN = '(?:领|享受|补贴|补助|拿|租|休|(?:能|可以|最[多长])(?:住|发))'
const DRAWN_TOLD = '(?:领|享受|补贴|补助|休假|租期|租住)'

const ASKED: readonly (readonly [TimeKind, RegExp])[] = [
  [
    'validity',
    new RegExp(
      `有效期|有效(?:多|几)|(?:管|顶|用|放)(?:得|个|上)?${SPAN}|(?:能|可以)用(?:到|多|几)|(?:待|呆|停留|逗留)(?:得|个|上)?${SPAN}(?!(?:之后|以后|后)?(?:才|就|能))|(?:多久|几年)(?:才|就|会)?(?:过期|到期|失效)|(?:什么|啥)时候(?:过期|到期|失效)|几年(?:一|要)?[换检]|\\b(?:valid|good for|expires?)\\b`,
      'iu',
    ),
  ],
  [
    'deadline',
    new RegExp(
      `时效|截止|最[晚迟]|期限|提[前早](?:多|几)|早(?:多久|几(?:天|个?月|年))|${SPAN}(?:之|以)?内(?!(?:能|可以|会)?${OFFICE})|(?:之|以)?[前后]${SPAN}[^，。]{0,4}(?:能|可以|要|得|去|必须|${ACTS})|${SPAN}(?:之|以)?前|(?:什么|啥)时候(?:之)?前|来得及|晚不晚|迟不迟|\\b(?:deadline|by when|how (?:long|many days) before|within how)\\b`,
      'iu',
    ),
  ],
  [
    'handling',
    new RegExp(
      `${SPAN}(?:之|以)?内?(?:才|就|能|可以|会|可|得|要)*${OFFICE}|(?:要|得|需要?|等|等待|花)(?:等|要)?(?:个)?${SPAN}|多快|当[天场日]|立等|加急|(?:什么|啥)时候(?:能|可以|会)?${OFFICE}|办理?时[间限]|审[核批](?:要)?${SPAN}|\\b(?:how long (?:does|will|do) .{0,30}take|how soon|processing)\\b`,
      'iu',
    ),
  ],
  [
    'drawing',
    new RegExp(`${DRAWN}(?:到|得|满|上)?${SPAN}|(?:最多|最长|一共|总共)[^，。]{0,4}${DRAWN}?${SPAN}|假${SPAN}`, 'iu'),
  ],
  ['rhythm', new RegExp(`${SPAN}[^，。？]{0,6}[一1](?:次|回|趟|检|审|换)|how often`, 'iu')],
  [
    'lasted',
    new RegExp(
      `(?:住|交|缴|参保|居住|工作|干|结婚|存|连续)(?:费|够|满|上|了)*${SPAN}|(?:要|需要?|得)?满${SPAN}|${LIVED}[^，。？]{0,6}${SPAN}(?:之后|以后|后)?(?:才|就)?(?:能|可以|可|会)(?!${OFFICE})|${SPAN}(?:之后|以后|后)?才(?:能|可以|可)(?!${OFFICE})`,
      'iu',
    ),
  ],
  [
    'from',
    new RegExp(
      `(?:什么|啥|几)(?:时候|时|岁)(?:开始|起|才|就)*(?:能|可以|可)(?!${OFFICE})|(?:哪|几)(?:一)?[年岁](?:能|可以|才能?|就能)|几(?:周)?岁(?:才|就|开始|起|能|可以|退)`,
      'iu',
    ),
  ],
  ['shifted', new RegExp(`(?:晚|早|推迟|延迟|延后|延缓|提前)(?:个|上)?${SPAN}(?!(?:之|以)?内)`, 'iu')],
]

const TOLD_SPAN = '(?:\\d+|[一二两三四五六七八九十半]+)(?:个)?(?:工作日|小时|日|天|周|月|年)'

const TOLD: readonly (readonly [TimeKind, RegExp])[] = [
  [
    'validity',
    new RegExp(
      `有效期(?!(?:满|届满|内))|长期有效|${TOLD_SPAN}(?:内|之内)?有效|有效(?:期)?(?:为|是)?${TOLD_SPAN}|期满换|\\bvalid for\\b`,
      'iu',
    ),
  ],
  [
    'deadline',
    new RegExp(
      `时效|届满前|期满前|提前|最[晚迟]|截止|逾期|过期|${TOLD_SPAN}(?:之|以)?[内前]${ACTS_TOLD}|(?:应当|要|须|请)在[^。；]{0,16}(?:内|前)|\\bwithin\\b.{0,40}\\b(?:apply|report|register)\\b`,
      'iu',
    ),
  ],
  [
    'handling',
    new RegExp(
      `受理之日|承诺时限|办[好结]|作出决定|当场|(?:${TOLD_SPAN})(?:内|之内)?(?:(?!申请|申报|申领|提出|提交)[^。；，]){0,8}(?:决定|审[核查批]|发[放给证]|颁发|签发|制[发作证]|答复|完成|告知|核准|裁决|办[完理]|出具|登记|到账|支付|划拨|立案|开具|受理)`,
      'iu',
    ),
  ],
  [
    'drawing',
    new RegExp(
      `${DRAWN_TOLD}[^。；，]{0,6}${TOLD_SPAN}|最[长多](?:不超过|领)?${TOLD_SPAN}|${TOLD_SPAN}[^。；，]{0,6}(?:补贴|补助|租金)|假[^。；，]{0,4}${TOLD_SPAN}`,
      'iu',
    ),
  ],
  [
    'rhythm',
    /每(?:[一两二三四五六七八九十半]|\d+)?(?:个)?(?:年|月|季度|周|日|天|次)|(?:年|月|周|天)[一1](?:次|审|检|换)/u,
  ],
  ['lasted', new RegExp(`满${TOLD_SPAN}|(?:居住|缴费|参保|连续)[^。；，]{0,6}${TOLD_SPAN}`, 'iu')],
  [
    'from',
    /(?:年?满|到)\d+周?岁|\d+周岁(?:及以上|以上|起)|退休年龄|(?:从|自)[^。；，]{2,16}(?:起|开始)(?!算|计)|次月起/u,
  ],
  ['shifted', new RegExp(`(?:推迟|延迟|延后|提前|弹性)[^。；，]{0,16}${TOLD_SPAN}`, 'iu')],
]

/** The kinds of time a question wants to hear; empty where it asks for none. Expects plain words. */
export function timesAsked(question: string): ReadonlySet<TimeKind> {
  const found = new Set(kindsBy(ASKED, question))
  // 多少天内要申请 and 多久发一次 also read as a span that is waited for.
  const isOther = found.has('deadline') || found.has('rhythm')
  if (isOther && found.has('handling') && !WAITED.test(question)) found.delete('handling')
  return found
}

const WAITED = new RegExp(`${SPAN}(?:才|就|能|可以|会)*(?:办好|下来|拿到|出|到账)|多快|加急`, 'u')

/** The kinds of time that a line of a guide tells. */
export function timesTold(line: string): ReadonlySet<TimeKind> {
  return new Set(kindsBy(TOLD, line))
}

function kindsBy(patterns: readonly (readonly [TimeKind, RegExp])[], text: string): TimeKind[] {
  return patterns.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
}
