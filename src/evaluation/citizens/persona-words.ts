/**
 * How citizens of the suites say what every sample needs said. The first of each list is said with seed 0, which adds no noise either;
 * the other seeds choose among them.
 */

/** Values that cannot be right, by element. */
export const WRONG: Readonly<Record<string, readonly string[]>> = {
  mobile: ['12345', '1380000123', '138000000012'],
  'citizen-id': ['123456', '3502031990', '35020319900101001'],
  date: ['2025年2月30日', '2025年13月5日', '2025-04-31'],
  'bank-card': ['6222', '62220212345', '6222 0000'],
}

/** What a talkative citizen puts around an answer. */
export const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['嗯，这个嘛，', '，麻烦你了'],
  ['我看一下啊，', ''],
  ['好的好的，', '，谢谢'],
  ['那个…', ''],
  ['哦，', '，就这个'],
  ['你稍等，我找找……', '，应该没错'],
  ['不好意思让你久等了，', '，辛苦了'],
  ['行，', '，这样可以吧'],
]

/** What hardly anybody notices saying; on most answers nothing. */
export const NOISE: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['嗯，', ''],
  ['', '。'],
  ['', ''],
  ['呃 ', ''],
  ['', '~'],
  ['哦哦 ', ''],
  ['', '，谢谢'],
  ['', '！'],
  [' ', ' '],
  ['', '哈'],
]

/** Before and after a request. */
export const POLITE: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['你好，', ''],
  ['', '，麻烦了'],
  ['请问一下，', ''],
  ['您好！', '，谢谢'],
  ['', '。。'],
  ['在吗？', ''],
]

/** Slips of the keyboard that one reads over: sound-alikes, and one key twice. */
export const SLIPS: readonly (readonly [right: string, wrong: string])[] = [
  ['怎么', '怎吗'],
  ['想', '象'],
  ['身份证', '身分证'],
  ['申请', '申清'],
  ['的', '得'],
  ['在', '再'],
  ['登记', '登计'],
  ['我', '我我'],
  ['账', '帐'],
  ['办', '办办'],
]

/** A wrong mobile number that is taken back in the same breath; the right one follows. */
export const TAKEN_BACK: readonly string[] = ['哦不对，写错了，应该是', '不对不对，是', '打错了，改成', '说错了，是']

/** The same a turn later. */
export const TAKEN_BACK_LATER: readonly string[] = [
  '刚才的手机号写错了，应该是',
  '手机号不对，改成',
  '等等，电话打错了，是',
]

export const WRONG_MOBILE = '13700000000'

export const FOR_RELATIVE: readonly string[] = [
  '我是帮家里老人来办的，信息都是他的',
  '我替我爸办，他自己不会弄',
  '帮我妈办的，填她的信息',
  '是给我老公办的',
]

/** A question for which a form stands open may be any of these. */
export const ASIDE: readonly string[] = ['这个要多少钱？', '大概多久能办好', '要准备哪些材料啊？', '这个在哪里办？']

export const UNSURE: readonly string[] = ['不知道', '不清楚', '记不清了', '这个我不太确定', '忘了']
export const NONE: readonly string[] = ['没有', '无', '我没有这个', '没有的']
export const YES: readonly string[] = ['是的', '是', '对', '嗯，是的', '对的']
export const NO: readonly string[] = ['不是', '否', '不', '不是的']
export const GO_ON: readonly string[] = ['帮我办', '那就帮我办吧', '我现在就要办', '好，帮我申请']
export const BEGIN: readonly string[] = ['开始办理', '开始吧', '可以，开始办', '我要办']
export const OTHER_MATTER: readonly string[] = [
  '不是这件事，我要办',
  '不对，我想办的是',
  '弄错了，我要办',
  '不是这个，是',
]
export const MATTER: readonly string[] = ['我要办', '我想办', '办', '就是']
export const SELF: readonly string[] = ['那就给本人办', '那我让他自己办，给本人办', '那算了，就给本人办吧']
export const SEND: readonly string[] = ['确认提交', '确认提交', '我确认提交', '確認提交']
export const CODE: readonly string[] = [' ', '', '：', '，']

/** A yes to a register that is offered; the title may follow. */
export const CONSENT: readonly ((title: string) => string)[] = [
  (title) => `同意查询${title}`,
  () => '同意',
  () => '可以，查吧',
  (title) => `可以查${title}`,
  () => '好的，同意',
  () => '行，你们查吧',
  () => '嗯嗯可以的，谢谢',
  () => '没问题',
]
/** A yes to her own earlier cases. */
export const LIKE_LAST_TIME: readonly string[] = ['就按上次的', '跟上次一样', '按上次的填吧', '用上次的就行']

/** A date as people write it. */
export const DATES: readonly ((year: string, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => `${year}年${month}月${day}号`,
  (year, month, day) => `${year}-${two(month)}-${two(day)}`,
  (year, month, day) => `${year}.${month}.${day}`,
  (year, month, day) => `${year}/${month}/${day}`,
]

/** What an option is chosen by: `label` as it was offered, at `place` from 1. */
export const CHOSEN: readonly ((label: string, place: string) => string)[] = [
  (label) => label,
  (label) => `${label}吧`,
  (_, place) => `第${place}个`,
  (label) => `我选${label}`,
  (label) => `就是${label}`,
  (label) => `${label}的`,
]

function two(value: number): string {
  return String(value).padStart(2, '0')
}
