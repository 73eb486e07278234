import type { ElementContext } from '../element.ts'

const RELATIVES: readonly (readonly [RegExp, RegExp])[] = [
  [/老公|老婆|丈夫|妻子|爱人|太太|我先生|媳妇|老伴|配偶|夫人/, /配偶|夫妻|双方|爱人/],
  [/(?:外?孙|侄|外甥|继|养|干)?(?:儿子|女儿|闺女)|孩子|小孩|宝宝|[我他她]娃/, /孩子|小孩|子女|未成年/],
  [/爸|父亲|爹|妈(?!祖)|母亲|我娘(?!家)/, /父|母|家长/],
  [
    /爷爷|奶奶|外公|外婆|姥[爷姥]|阿公|阿嬷|公公|婆婆|岳父|岳母|孙子|孙女|儿媳|女婿|哥|姐(?!夫?姐?们)|弟|妹|叔|伯|舅|姑|姨|侄|外甥|亲戚|朋友|同事|同学|邻居|室友|合伙人|房东|老板/,
    /亲|兄弟|姐妹|同胞|房东|老板|合伙|股东/,
  ],
]
/** A question about a household, or about somebody whose relation to her is not known, can be answered of anybody. */
const ANYBODY = /家|一起|全体|所有|大家|各方|双方|你们|有没有人|谁|对方|[他她]/
const HERSELF = /您|你|^(?:本人|自己)/
const OTHER = /(?<![其吉])[他她](?![们]?俩)/
/** She is one of those spoken of, or the owner after all. */
const WITH_HER = /我们?(?:俩)?(?:和|跟|与|都|俩|自己|也)|(?:和|跟|与)我|我们|咱/

/** Relatives who live for themselves, and the words that say so: 我姐…，不跟我一起申请. */
const EXTENDED = /哥|姐|弟|妹|叔|伯|舅|姑|姨|侄|外甥|亲戚|朋友|表|堂/
const APART = /不(?:是|算|跟|和|与)[^，,。；;]{0,4}(?:一起|一家|一户|一个户口)|分(?:家|户)|各(?:过|住|算)各/

/** 我弟的在这边，她的在老家: of whom it is asked is said after it. */
const THEIRS = /[，,。；;]\s*[他她]的/

/** Whether a clause speaks of another person than the question: 我岳父在厦门有房, asked of herself. */
function isOfAnother(clause: string, ask: string, apart: boolean): boolean {
  if (apart && EXTENDED.test(clause) && !WITH_HER.test(clause)) return true
  if (!HERSELF.test(ask) || ANYBODY.test(ask) || WITH_HER.test(clause)) return false
  if (RELATIVES.some(([said, asked]) => said.test(clause) && !asked.test(ask))) return true
  return OTHER.test(clause) && !RELATIVES.some(([, asked]) => asked.test(ask))
}

const PAST = /以前|从前|之前|原来|原先|曾经|本来|过去(?=[^，,]*过)|早先|早年|当年|那时|小时候/
const ASKS_PAST = /过[吗么了没]|过[^，,？?]{0,16}[吗么]|曾|以前|之前|原|已经?|有没有过|第一次/
const AHEAD =
  /准备|打算|正?想(?!是想)|将来|以后|明年|后年|下个?[月周]|(?:^|再|等)过(?:段时间|一阵|几[天年个])|迟早|争取|计划|[说先得]要|要先|得先|应该要|必须先|要[^，,。；;]{1,8}才/
const ASKS_AHEAD = /要不要|要|想|打算|准备|愿意|会不会|希望|计划|同意|需要|申请|以后/
const SUPPOSED = /如果|要是|假如|万一|的话|听说|据说|人家说|说是?要|以为/
const STILL = /还没|没有?|不|已经|现在|目前|还在|一直/

/**
 * The words without the clauses from which nothing follows for a yes-no question, blank in their place: those that
 * speak of another person, of what was once, or of what may come, while the question is about her and the present.
 */
export function withoutBesidePoint(folded: string, { ask = '', yes = [], no = [] }: ElementContext): string {
  if (ask === '') return folded
  const own = [...yes, ...no].join(' ')
  const apart = APART.test(folded)
  const contrasts = apart || THEIRS.test(folded)
  let another = false
  return folded.replaceAll(/[^，,。；;！!\n]+/g, (clause) => {
    // 我合伙人欠过钱，上过失信: a clause without a subject goes on about the same person.
    another =
      (isOfAnother(clause, ask, contrasts) && !RELATIVES.some(([said]) => said.test(own) && said.test(clause))) ||
      (another && !/我|咱|本人|自己|您|你|^\s*(?:不|没|有|是|对)/.test(clause))
    const once = PAST.test(clause) && !ASKS_PAST.test(ask) && !STILL.test(clause)
    const ahead = AHEAD.test(clause) && !ASKS_AHEAD.test(ask) && !STILL.test(clause)
    const setsApart = apart && !/^\s*(?:不是|没有?|有)/.test(clause) && APART.test(clause) && EXTENDED.test(folded)
    if (namesSubject(clause, ask)) return ' '.repeat(clause.length)
    if (another || setsApart || ahead || SUPPOSED.test(clause)) return ' '.repeat(clause.length)
    const past = ASKS_PAST.test(ask) ? undefined : ONCE_THEN_NOW.exec(clause)?.[0].length
    if (past !== undefined) return ' '.repeat(past) + clause.slice(past)
    return once ? ' '.repeat(clause.length) : clause
  })
}

/** 我是法人, asked what the 法定代表人 has done: who the question is about, and nothing of what it asks of them. */
function namesSubject(clause: string, ask: string): boolean {
  const [, subject = ''] = /^([^，,。；;]{2,}?)(?:有没有|有无|是否)/u.exec(ask) ?? []
  const named = clause.replaceAll(/我们?|本人|自己|就|也|\s/gu, '').replace(/[是叫当做]/u, '')
  return /[是叫当做]/u.test(clause) && named.length >= 2 && Array.from(named).every((one) => subject.includes(one))
}

/** 以前在厦门现在不在: what was once, and what is now, in one clause. */
const ONCE_THEN_NOW = new RegExp(
  `^[^，,。；;]*?(?:${PAST.source})[^，,。；;]*?(?=(?:到|而|但)?(?:现在|目前|如今|眼下))`,
  'u',
)

const RHETORICAL: readonly (readonly [RegExp, string])[] = [
  [/哪(?:里|儿)?(?:来的?|有)/g, '没有'],
  [/(?:哪(?:里|儿)?|怎么|谁)(?:会|可能|敢)/g, '不会'],
]

/** 哪有公积金 said, not asked, is 没有公积金; the length stays. */
export function withPlainNegation(folded: string): string {
  if (/[?？]|[吗么]\s*$/.test(folded)) return folded
  return RHETORICAL.reduce(
    (words, [asked, meant]) => words.replaceAll(asked, (all) => meant.padStart(all.length)),
    folded,
  )
}

const UNDONE = '(?:解|撤|注?销|取消|退|停|断|结清|[还付]清|还完|还掉|没了|完了)'
const DENIED_AFTER = new RegExp(
  `^(?:[和跟、]?(?:孩子|小孩|老婆|老公|爸妈|父母|女儿|儿子))?(?:都|也|早就?|已经?|全|倒|是|一直|从来)*(?:(?:没有?|无)(?:关系?|涉及|沾边)?(?=$|[\\s，,。；;！!的了啊呀呢])|不(?:沾|相干|涉及|搭边)|(?:先|暂时|这次)不(?:动|办|迁|转|来|去|要|走)|${UNDONE})`,
)
const STILL_THERE = new RegExp(`^(?:都|也|还|一直)*(?:没有?|未)(?:\\p{Script=Han}{0,2})${UNDONE}`, 'u')

/** What the words right after a named thing make of it: 房产没关系 and 抵押解了 take it away, 车贷没还完 leaves it. */
export function turnedAfter(after: string, ask = ''): 'denied' | 'stays' | undefined {
  if (new RegExp(UNDONE).test(ask)) return undefined
  return STILL_THERE.test(after) ? 'stays' : DENIED_AFTER.test(after) ? 'denied' : undefined
}
