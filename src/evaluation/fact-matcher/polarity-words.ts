import type { Polarity } from './fact.ts'

/** Stands for the thing in a clause. */
export const THING = '◇'

type Pattern = readonly [Polarity, RegExp]

const ACT = '(?:经过?|办理?|带上?|携带|提交|提供|交|出示|持|有|备)'

/** Forms around the thing itself. The first that fits decides. */
export const AROUND: readonly Pattern[] = [
  // 没带◇也能办, 不带◇也行, 无◇亦可
  [
    'not_required',
    new RegExp(`(?:不|没有?|未|无)${ACT}?(?:齐|到)?◇[^，。；]{0,6}(?:也|照样|仍|亦|都|还是?)(?:能|可|行|没问题|办)`),
  ],
  // 不带◇不能办, 未◇的不予受理
  [
    'required',
    new RegExp(
      `(?:不(?!是)|没有?|未|缺[了少]?|无)${ACT}?(?:齐|到)?◇[^，。；]{0,8}?(?:不能|不可以?|不行|不得|不予|办不[了成]|无法|不受理|不办|不给办|退回|退件|作废)`,
    ),
  ],
  [
    'not_required',
    /◇可[带交有][^，。；]{0,2}可[不无]|免(?:交|带|提交|提供|收|去|于)?◇|(?:不|未|没有?)(?:作|做)?(?:强制)?要求[^，。；]{0,4}◇/,
  ],
  [
    'required',
    /不[能可得](?:不|没有|缺少?|无)[^，。；]{0,3}◇|◇[^，。；]{0,4}(?:必不可少|不可(?:或?缺|缺少|少)|不能(?:没有|缺少?|不))|◇[^，。；]{0,12}(?:不能少|缺一不可)/,
  ],
  ['required', /(?:凭|(?<![支坚维保扶])持)(?:本人|有效|原)*◇/],
  ['required', /◇(?:[^，。；]{0,4}(?:后|之后|通过|成功))?(?:才|方)(?:可|能|得)/],
  ['required', /(?:^|[^不])要求[^，。；]{0,4}◇|实行◇制|^先◇/],
  [
    'required',
    /请(?!勿|不|别)(?:您|务必|记得|先|提前|事先|于[^，。；]{1,8}|[在到通过]{1,2}[^，。；]{1,8})*(?:带上?|携带|提交|提供|备好?|准备|出示)?◇(?!页|号|渠道|电话|方式|须知|情况|时间|入口|平台|系统|流程|服务|后)/,
  ],
  ['not_required', /◇[^，。；]{0,4}(?:不是|并非|非)(?:必[须要需备]|强制|硬性)(?:要?求)?(?:的|材料|证件)?$/],
  ['allowed', /有权[^，。；]{0,4}◇/],
  ['forbidden', /无权[^，。；]{0,4}◇/],
  ['forbidden', /(?:勿|谢绝|拒绝|杜绝|切忌)[^，。；]{0,4}◇/],
  ['forbidden', /◇[^，。；]{0,4}(?:不行|不了|行不通|不被允许)/],
  ['forbidden', /◇[^，。；]{0,4}(?:停止|停办|暂停|关闭)(?!后)|(?:不|没有|未)提供◇(?:服务|业务)/],
  ['not_required', /◇[^，。；]{0,4}(?:取消(?!后|预约)|省略|免去|免了)/],
  ['allowed', /(?:开通|实现|推行)[^，。；]{0,3}◇|提供◇(?:服务|业务)/],
  ['allowed', /◇(?:也|都|均|是)?(?:行|没问题|可行|允许的|可以的)(?:的)?$/],
]

/** Forms with two negations, which mean the plain thing. They stand first, and hide what they are made of. */
const DOUBLE: readonly Pattern[] = [
  [
    'not_required',
    /(?:并非|不是|并不是|非|不一定|未必)(?:是)?(?:必须|必要|必需|必[备经交带]|强制|一定要|硬性|需要|要)|可有可无/,
  ],
  ['allowed', /(?:并非|不是|并不是)(?:不能|不可以?|不得|不允许|不准|禁止)|(?:不|没有?|未|并未)(?:被)?(?:禁止|限制)/],
  [
    'required',
    /(?:并非|不是|并不是)(?:不需要?|不用|不必|无需|无须|可以不)|不[能可](?:不|没有|缺)|缺一不可|少不了|必备/,
  ],
]
/** The same around words that are not the thing, for a clause that leaves the thing out (户口簿，不带办不了). */
const LEFT_OUT: Pattern = [
  'required',
  /(?:不(?!是)|没有?|未|缺[了少]?)(?:带|交|提交|提供|有|出示|持|携带)[^，。；]{0,6}(?:就)?(?:不能|不可以?|不行|不得|不予|办不了|无法|不受理)/,
]
const PLAIN: readonly Pattern[] = [
  [
    'not_required',
    /(?:可以?|允许|准许)不|不(?:再)?(?:需要?|用(?!于)|必|强制|要求|收取?|作要求|做要求)|不再(?:要(?!求)|看|交|提供|提交)|[无毋](?:需|须|庸|要)|免(?:交|提交|提供|于|带|去|费|除|予)|不要(?!求)|没(?:有)?必要|用不着|可选(?!择)|选交|非必/,
  ],
  [
    'forbidden',
    /不(?:得|能|可以?|允许|准|许|可|应(?!当?低|当?少|当?超)|宜)|禁止|严禁|无法|不予|不接受|不支持|不受理|谢绝|办不了|[切请]勿|不行/,
  ],
  [
    'required',
    /必[须交带]|务必|应当|需要?|须(?!知)|应(?!急|届|用)|(?<![不主重首])要(?!求|件|点|是)|得(?:带|有|去|本人|亲)|提交|提供|携带|出示|(?<!附|自)带上?|备齐|方可|才能/,
  ],
  ['allowed', /可以|允许|准许|(?<![不才功职智])能(?!力|源)|可(?!能)|支持|接受|准予/],
]

/** The polarity words of a clause, in order of place; of two that overlap, the one that stands first in the lists. */
export function polarityWords(
  text: string,
): { readonly polarity: Polarity; readonly start: number; readonly end: number; readonly word: string }[] {
  const taken: { polarity: Polarity; start: number; end: number; word: string }[] = []
  for (const [polarity, pattern] of [...DOUBLE, LEFT_OUT, ...PLAIN]) {
    for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
      const start = match.index
      const end = start + match[0].length
      if (taken.every((one) => end <= one.start || one.end <= start))
        taken.push({ polarity, start, end, word: match[0] })
    }
  }
  return taken.toSorted((one, other) => one.start - other.start)
}
