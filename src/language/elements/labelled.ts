import type { ElementContext, ElementId } from '../element.ts'
import { foldCharacters } from '../script.ts'

/** Words by which citizens name a value of an element, whatever the field is called. */
export const ELEMENT_WORDS: Readonly<Record<ElementId, readonly string[]>> = {
  name: ['姓名', '名字', '我叫', '叫做', '全名', 'name'],
  'citizen-id': [
    '身份证号码',
    '身份证号',
    '身份证',
    '身份号码',
    '身分证',
    '证件号码',
    '证件号',
    '证件',
    'id number',
    'id card',
  ],
  'hmt-residence-permit': ['居住证号码', '居住证号', '居住证', '证件号码', '证件号', '证件', '号码'],
  'taiwan-travel-permit': ['台胞证号码', '台胞证号', '台胞证', '通行证号', '通行证', '证件号码', '证件号', '号码'],
  passport: ['护照号码', '护照号', '护照', 'passport'],
  uscc: ['统一社会信用代码', '信用代码', '社会信用代码', '营业执照号', '税号'],
  mobile: ['手机号码', '手机号', '手机', '电话号码', '联系电话', '电话', '联系方式', 'mobile', 'phone', 'tel'],
  address: ['地址', '住址', '住在', '家住', '居住地', '现住', '搬到', '住的是', 'address', 'live in', 'live at'],
  date: ['日期', 'date'],
  money: ['金额'],
  number: [],
  'bank-card': ['银行卡号', '银行卡', '银行账号', '银行账户', '卡号', '账号', 'bank card', 'account'],
  plate: ['车牌号码', '车牌号', '车牌', '号牌'],
  email: ['电子邮箱', '电子邮件', '邮箱', '邮件', 'email', 'e-mail'],
  'driver-licence': ['驾驶证号码', '驾驶证号', '驾驶证', '驾照号', '驾照', '证件号码', '证件号'],
  choice: [],
  'yes-no': [],
  text: [],
}

/** Elements whose values are written in letters and digits. */
const WRITTEN = [
  'citizen-id',
  'hmt-residence-permit',
  'taiwan-travel-permit',
  'passport',
  'bank-card',
  'driver-licence',
] as const
const CODE_LABEL = new RegExp(
  `(?:${WRITTEN.flatMap((element) => ELEMENT_WORDS[element])
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?:号码?)?(?:是|为)?[:：\\s]{0,3}(?=[A-Za-z]{0,3}\\d{6,})`,
  'giu',
)

/** A text without the labels that stand right before a number: 身份证 in 身份证3502… names the number and no matter. */
export function withoutCodeLabels(text: string): string {
  return text.replaceAll(CODE_LABEL, ' ')
}

/** Words by which a value said before is taken back, as the source of a pattern: 我算错了, 打错字了, 不对, 换一个. */
export const MISTAKEN =
  '(?:我|刚才|之前|刚刚)?(?<!别|不要|没|没有)(?:[写填说打弄搞算看记报讲选输抄]错(?:字)?(?:了)?|错了|不对|有误|换了|变了|换一?个|改一?下|更正一?下)'

/** What may stand between a label and its value. */
const LINK = new RegExp(
  `^[\\s:：,，=]{0,3}(?:的)?(?:${MISTAKEN})?[\\s,，:：]{0,2}(?:我(?:又|刚|再)?(?:查|看|算|问|核对)(?:了|过)?(?:一下)?)?[\\s,，:：]{0,2}(?:号码?|号)?(?:应该?|就|现在|其实|正确的?|后来)?(?:是|为|叫|在|到|用|改成|改为|换成|改用|改|填|写)?(?:的)?[\\s:：]{0,3}(?:是|为)?(?:每个?月|每年|一个月|一年|大概|大约|差不多|约|共|总共|一共)?(?:是)?\\s?$`,
)
const REACH = 28

/**
 * Where a label that introduces the value at `start` begins; undefined when none does. Between label and value only
 * linking words may stand (是, ：, 写错了，应该是 …). Expects folded text and folded labels; the longest label wins.
 */
export function labelBefore(
  folded: string,
  start: number,
  labels: readonly string[],
): { start: number; label: string } | undefined {
  const head = folded.slice(Math.max(0, start - REACH), start).toLowerCase()
  const offset = start - head.length
  let best: { start: number; label: string } | undefined
  for (const label of labels) {
    const at = head.lastIndexOf(label)
    if (at < 0 || !LINK.test(head.slice(at + label.length))) continue
    if (best === undefined || label.length > best.label.length) best = { start: offset + at, label }
  }
  return best
}

/** The labels of a context with the words of its element, folded and in lower case. */
export function labelsOf(element: ElementId, context: ElementContext): readonly string[] {
  return [...(context.labels ?? []).map((label) => foldCharacters(label).toLowerCase()), ...ELEMENT_WORDS[element]]
}
