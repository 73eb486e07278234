import type { QuantityKind } from '../quantity.ts'

/** A unit found after a number. `scale` multiplies the number, `add` is then added (个半月 adds half a month). */
export type UnitMatch = {
  readonly kind: QuantityKind
  readonly unit: string
  readonly scale: number
  readonly add: number
  readonly end: number
}

type UnitRule = {
  readonly pattern: RegExp
  readonly kind: QuantityKind
  readonly unit: string
  readonly scale?: number
}

/**
 * Units that never turn up in ordinary words after 一 (一份, 一张 …) count with any number; the others are read as
 * counts only when the number is not a lone 一 (一个, 一件 and 一项 usually count nothing).
 */
const FIRM_MEASURES = ['份', '张', '套', '页', '副', '寸']
const LOOSE_MEASURES = [
  '个',
  '本',
  '次',
  '人',
  '件',
  '项',
  '种',
  '名',
  '位',
  '户',
  '枚',
  '辆',
  '台',
  '部',
  '间',
  '处',
  '条',
  '例',
  '孩',
  '胎',
  '口',
  '株',
  '栋',
  '层',
  '门',
  '针',
  '剂',
]
const NOT_A_MEASURE = '(?!性|事|形|色|点|体|格|次|级|证|照|来|道|头|般|们|民|籍|员|才|力|生|对|灸|织|型|量)'

const NOT_A_FIRM_MEASURE = '(?!性|事|形|色|点|体|格|次|级|头|般|们|民|籍|员|才|力|生(?!活))'

/** In order: the first that matches wins. Patterns are sticky and stand after optional spaces. */
const RULES: readonly UnitRule[] = [
  rule('个?\\s?工作[日天]', 'duration', 'working-day'),
  rule('个?\\s?自然[日天]', 'duration', 'day'),
  rule('周岁|岁', 'age', 'year-of-age'),
  rule('(?:(?:个[多余]?)?(?:星期|礼拜)|周)(?![一二三四五六日末岁年边围])', 'duration', 'week'),
  rule('个[多余]?月(?!饼|亮|嫂|台)', 'duration', 'month'),
  rule('年(?!级|代|龄|度|纪|轻|检|审|报|末|底|初|货|糕|会|鉴)', 'duration', 'year'),
  rule('天(?!津|河|然|安|窗|桥|才|气|线|马)|日(?!期|常|元|本|报|照|语|用|志|光|程)', 'duration', 'day'),
  rule('(?:个[多余]?)?(?:小时|钟头)', 'duration', 'hour'),
  rule('分钟', 'duration', 'minute'),
  rule('刻钟', 'duration', 'minute', 15),
  rule('%|个百分点', 'percent', 'percent'),
  rule('折(?!算|旧|叠|扣|腾)', 'percent', 'percent', 10),
  rule(
    '个?平方米|个平方(?!公里|千米)|个平(?!方|米|均|时|台)|平方公尺|平米|㎡|m2|m²|平(?!方|米|均|时|台|安|行|整|等|价|常|凡|板|衡)',
    'area',
    'm2',
  ),
  rule('英寸|吋|寸', 'length', 'inch'),
  rule('厘米|公分|cm(?![a-z])', 'length', 'cm'),
  rule('公里|千米|km(?![a-z])', 'length', 'km'),
  rule('米(?!饭|粉|色)', 'length', 'm'),
  rule('毫米|mm(?![a-z])', 'length', 'mm'),
  rule('公斤|千克|kg(?![a-z])', 'count', 'kg'),
  rule('吨', 'count', '吨'),
  // English
  rule('-?(?:working|business)[ -]days?\\b', 'duration', 'working-day'),
  rule('(?:calendar )?-?days?\\b', 'duration', 'day'),
  rule('-?weeks?\\b', 'duration', 'week'),
  rule('-?months?\\b', 'duration', 'month'),
  rule('-?years?[ -](?:old|of age)\\b', 'age', 'year-of-age'),
  rule('-?years?\\b', 'duration', 'year'),
  rule('-?hours?\\b', 'duration', 'hour'),
  rule('-?min(?:ute)?s?\\b', 'duration', 'minute'),
  rule('percent\\b|per cent\\b', 'percent', 'percent'),
  rule('sq(?:uare)?\\.? ?m(?:et(?:re|er)s?)?\\b', 'area', 'm2'),
  rule('-?inch(?:es)?\\b', 'length', 'inch'),
  rule('copies\\b|copy\\b', 'count', '份'),
  rule('photos?\\b', 'count', '张'),
  ...FIRM_MEASURES.map((measure) => rule(`${measure}${NOT_A_FIRM_MEASURE}`, 'count', measure)),
  ...LOOSE_MEASURES.map((measure) => rule(`${measure}${NOT_A_MEASURE}`, 'count', measure)),
]

function rule(source: string, kind: QuantityKind, unit: string, scale?: number): UnitRule {
  const pattern = new RegExp(`(?:${source})`, 'iy')
  return scale === undefined ? { pattern, kind, unit } : { pattern, kind, unit, scale }
}

/** Rules by the first character of what they can match, so that most positions try one or two. */
const BY_FIRST: ReadonlyMap<string, readonly UnitRule[]> = index()

function index(): Map<string, UnitRule[]> {
  const byFirst = new Map<string, UnitRule[]>()
  const samples =
    '个工自周岁星礼月年天日小钟分刻%折平㎡mM英吋寸厘公ckCK千米毫吨wWbBdDyYhHpPsSiI-份张套页副本次人件项种名位户枚辆台部间处条例孩胎口株栋层门针剂'
  for (const unitRule of RULES) {
    for (const character of new Set(samples)) {
      if (mayStart(unitRule.pattern.source, character))
        byFirst.set(character, [...(byFirst.get(character) ?? []), unitRule])
    }
  }
  return byFirst
}

/** Whether the pattern mentions the character at all: a generous test, the pattern itself decides. */
function mayStart(source: string, character: string): boolean {
  return source.includes(character.toLowerCase())
}

/** 一整年, 三整天. */
const WHOLE = /^整[年天月周]/
const HALF_MORE = /个半(月|小时|钟头|星期)/y
/** 一年半, 一天半, 四岁半. */
const HALVED: ReadonlySet<string> = new Set(['year', 'day', 'year-of-age'])

/** The unit at `start` of folded text (spaces before it allowed); undefined when none stands there. Money is read elsewhere. */
export function matchUnit(text: string, start: number, loneOne: boolean): UnitMatch | undefined {
  const spaced = skipSpaces(text, start)
  const at = WHOLE.test(text.slice(spaced, spaced + 2)) ? spaced + 1 : spaced
  HALF_MORE.lastIndex = at
  const halfFound = HALF_MORE.exec(text)
  if (halfFound !== null) {
    const unit = halfFound[1] === '月' ? 'month' : halfFound[1] === '星期' ? 'week' : 'hour'
    return { kind: 'duration', unit, scale: 1, add: 0.5, end: HALF_MORE.lastIndex }
  }
  for (const unitRule of BY_FIRST.get(text.charAt(at)) ?? []) {
    unitRule.pattern.lastIndex = at
    if (!unitRule.pattern.test(text)) continue
    let end = unitRule.pattern.lastIndex
    if (loneOne && LOOSE_MEASURES.includes(unitRule.unit) && !/^(?:及?以[上下内])/.test(text.slice(end, end + 3)))
      return undefined
    const addsHalf = HALVED.has(unitRule.unit) && unitRule.kind !== 'count' && text.charAt(end) === '半'
    if (addsHalf) end += 1
    return { kind: unitRule.kind, unit: unitRule.unit, scale: unitRule.scale ?? 1, add: addsHalf ? 0.5 : 0, end }
  }
  return undefined
}

/** The first position at or after `start` that holds no space: at most two are skipped, more would part the words. */
export function skipSpaces(text: string, start: number): number {
  let at = start
  while (at < start + 2 && text.charAt(at) === ' ') at += 1
  return at
}
