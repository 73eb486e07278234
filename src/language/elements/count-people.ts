import { readNumeral } from '../numeral.ts'

/** People who are one each when no number is said of them, and pairs. */
const ONE =
  '丈母娘|老丈人|丈人|老婆|老公|妻子|丈夫|爱人|太太|媳妇|老伴|配偶|对象|爸爸|妈妈|父亲|母亲|老爸|老妈|老母亲?|老父亲?|老[爹娘]|阿[爸妈公嬷]|爸|妈|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|儿子|女儿|闺女|孩子|小孩|娃|宝宝|孙子|孙女|哥哥?|姐姐?|弟弟?|妹妹?|朋友|同学|同事|合伙人'
const TWO =
  '父母|爸妈|爹妈|老两口|小两口|两口子|夫妻俩?|夫妇俩?|公婆|岳父母|爷爷奶奶|外公外婆|(?:母子|父女|母女|父子|姐妹|兄弟)俩?'
const PERSON = new RegExp(
  `(?<two>${TWO})|(?<number>[\\d一二两三四五六七八九十]{1,2}|[俩仨])(?:个|位|名|口)?(?<counted>(?:\\p{Script=Han}{1,6}的|小|老|大|双胞胎|未成年)?(?:${ONE}|老人|大人|小的|大的))?|(?<one>${ONE})|(?<self>我|本人|自己)(?!们?(?:家|的|自己|${TWO}|[堂表大小]?(?:${ONE})))`,
  'gu',
)
const ALONE =
  /^[^，,]{0,4}(?:就|只有|仅|光|只)(?:是|剩)?(?:下|了)?(?:我|自己|本人)(?:自己|自个儿)?(?:一个\p{Script=Han}{0,4}|1个|一人|独自)?[了啊吧呀的。]*$/u
const TOGETHER =
  /(?:(?<=人|我|她|他|[子女爸妈哥弟姐妹公婆友学事])|^[^，,\d]{0,6})(?<all>俩|仨)(?!(?:小|老|大)?(?:娃|孩|儿|女|老人|宝))/u
/** 五口，公婆、我俩和一个小的: the number said first, and who they are. */
const SAID_FIRST = /^[^，,\d]{0,6}?(?<said>[\d一二两三四五六七八九十]{1,3})(?:口人?|个人|人|个|位)(?=[，,。：:]|$)/u

/** 老两口带一个孙女，三口人; 我带两个孩子，加我三个: the whole, told in a clause of its own after who they are. */
const SAID_LAST =
  /(?:[，,。；;]|(?<=\p{Script=Han})(?=[一二两三四五六七八九十]{1,2}口人))(?:所以|就是|一共|总共|合起来|加起来|全家|共|加上?我(?:自己)?|连我)?(?:就|是|有|才)?(?<said>[\d一二两三四五六七八九十]{1,2})(?:口人?|个人|个|人|位)(?:啦|了|吧|啊|呀)?[。.！!]?$/u
/** 一人一半, 各占五成: what each has. */
const SHARES = /[，,]?一人一半|各一半|对半|各?占?(?:[一二三四五六七八九]成|百分之[一二三四五六七八九十]+|\d+%)/gu
/** 一个月两千二: what they live on, told beside. */
export const INCOME = /[，,。；;][^，,。；;]*(?:[一每]个?月|收入)[^，,。；;]*/gu
/** just me; three of us; me and my brother, so two. */
const IN_ENGLISH =
  /^(?:(?:only|just) (?:me|myself)(?: alone)?|(?:.*\bso |there are |we are )?(?<count>two|three|four|five|six)(?: of us| people| persons)?)[.!]?$/iu
const ENGLISH_COUNTS = ['two', 'three', 'four', 'five', 'six']

/** 我哥分家出去了: one of the family who does not count. */
const APART =
  /(?:^|(?<=[，,。；;]))[^，,。；;]*(?:分家|分出去|嫁(?:出去|人)|搬(?:出去|走)|不(?:跟|和|与)?[^，,。；;]{0,4}(?:一起)?住|没(?:跟|和)[^，,。；;]{0,4}住|不算|在外地)[^，,。；;]*/gu

/** 除了我还有四个, 不算我三口: so many, and herself. */
const BESIDES_ME =
  /(?:除了?|不算|没算)(?:我|本人)(?:自己|本人)?(?:之?外|以外)?[，,]?(?:还|另外|也|一共|共|都|就)*(?:有)?(?<others>[\d一二两三四五六七八九十]{1,2})(?:个|口|位|名)?人?(?=$|[，,。；;！!吧啊呀的了])/u

/** What joins those named; more words than a few beside it tell something else, and list nobody. */
const BESIDE = /[和跟与同及、，,。！!\s加上带着还有住一起就只共都是再外的个位口名人家里现在目前总算连包括含生活过]/gu
const MOST_BESIDE = 4

const TAKEN_BACK = /不对|不是|错|改/

/** How many people the words name one by one: 我和老伴 are two, 我们两口子加两个孩子 four. Undefined when a number is said outright, or nobody named. */
export function countPeople(folded: string): number | undefined {
  const words = folded.replaceAll(APART, '').replaceAll(SHARES, '').replaceAll(INCOME, '').trim()
  const english = IN_ENGLISH.exec(words)
  if (english !== null) return ENGLISH_COUNTS.indexOf(english.groups?.['count']?.toLowerCase() ?? '') + 2 || 1
  if (ALONE.test(words)) return 1
  const last = SAID_LAST.exec(words)?.groups?.['said']
  if (last !== undefined && !TAKEN_BACK.test(words)) return last === '两' ? 2 : readNumeral(last, 0)?.value
  const others = BESIDES_ME.exec(folded.trim())?.groups?.['others']
  if (others !== undefined) return (others === '两' ? 2 : (readNumeral(others, 0)?.value ?? 0)) + 1
  const said = SAID_FIRST.exec(words)?.groups?.['said']
  if (said !== undefined && TAKEN_BACK.test(words)) return undefined
  if (said !== undefined) return said === '两' ? 2 : readNumeral(said, 0)?.value
  const all = TOGETHER.exec(words.replaceAll(/(?:夫妻|夫妇|母子|父女|母女|父子|姐妹|兄弟)俩/g, '两口子'))?.groups?.[
    'all'
  ]
  if (all !== undefined) return all === '俩' ? 2 : 3
  if (words.replaceAll(PERSON, '').replaceAll(BESIDE, '').length > MOST_BESIDE) return undefined
  let count = 0
  for (const { groups } of words.matchAll(PERSON)) {
    const { two, number, counted } = groups ?? {}
    if (number === undefined) count += two === undefined ? 1 : 2
    else if (counted === undefined) return undefined
    else count += number === '俩' ? 2 : number === '仨' ? 3 : (readNumeral(number, 0)?.value ?? 0)
  }
  return count === 0 ? undefined : count
}
