import { parseIsoDate } from '../calendar-date.ts'
import { readNumeral } from '../numeral.ts'
import { readQuantities } from '../quantities/read-quantities.ts'
import type { Quantity } from '../quantity.ts'
import { foldCharacters } from '../script.ts'
import type { Circumstance } from './condition.ts'
import { MEASURES } from './measures.ts'
import { traitsSaid } from './traits.ts'

const BREAK = /[，,。；;！!？?\n]/u

/** 是不是要满6个月, 35岁以上才能: the rule is asked about, nobody's own case told. */
const ASKS_RULE =
  /^\s*(?:等?到|年?满)#(?![了多])|(?:是不是|是否|要不要|必须|一定要|需要|[得要])(?:先|等)?(?:居住|[住交缴等])?(?:够|满|到|足|达到)?#|#(?:以[上下内])?[^，#]{0,2}才(?:能|可|行|算|给)|为(?:什么|啥|何)[^，]*#|(?:什么叫|怎么算|从哪天)[^，]*#|#[^，]{0,6}(?:是怎么|怎么算|从哪|是什么意思)|(?:几|多少)[^，]{0,6}#内|每(?:满|隔)?#|第#/u
const NEARLY = /(?:快|将近|马上|接近|即将|眼看|差一?点)(?:要|就|都|有|满|到|够)*$/u
const ABOUT = /(?:差不多|大概|大约|约)(?:有|是|就)*$/u

/** 女朋友19, 我今年62: an age without its unit. */
const BARE_AGE =
  /(?:我|他|她|男(?:的|方|友|朋友)?|女(?:的|方|友|朋友)?|老[公婆]|[爸妈爷奶婆公]|儿子|孩子|小孩|对象|老人|今年|年龄|年纪|周岁)(?:今年|已经|都|才|刚|满|快|是|岁数|虚岁|周岁)*呢?[，,]?(\d{1,3}|[一二三四五六七八九十]{1,3})(?=$|[，,。！!？?\s了]|还|能|可|怎|行|够|要)/gu

/**
 * The numbers a citizen tells of herself or hers, each with what it measures; in the order said. Expects plain words. With
 * `today` a date of birth is the age it comes to.
 */
export function readCircumstances(words: string, today?: string): Circumstance[] {
  // Clauses may stand apart by a mere space.
  const text = foldCharacters(words).replaceAll(/(?<=\p{Script=Han}) (?=[\p{Script=Han}\d])/gu, '，')
  const found: Circumstance[] = []
  for (const quantity of [...readQuantities(text), ...bareAges(text), ...agesByBirth(text, today)]) {
    const own = clauseOf(text, quantity)
    const near = nearly(text, quantity)
    if (ASKS_RULE.test(own.blanked) || near === undefined) continue
    const before =
      text
        .slice(0, own.start)
        .split(BREAK)
        .filter((part) => part.trim() !== '')
        .at(-1) ?? ''
    const measure =
      measureOf(quantity, own.blanked) ??
      (own.bare ? measureOf(quantity, `${before}${own.blanked.trim()}`) : undefined) ??
      (ALONE.test(own.blanked) ? found.findLast((one) => one.quantity.kind === quantity.kind)?.measure : undefined)
    if (measure === undefined) continue
    found.push({ measure, traits: traitsSaid(own.blanked, before, text), quantity: near, clause: own.blanked })
  }
  return found
}

/** 那8个月呢 is another number for the same thing. */
const ALONE = /^\s*(?:那|如果是?|要是|是|and |what about |how about )*#(?:了|呢|的话)*\s*$/iu

function measureOf(quantity: Quantity, blanked: string): string | undefined {
  return MEASURES.find(({ kinds, said }) => kinds.includes(quantity.kind) && said.test(blanked))?.id
}

function clauseOf(text: string, { start, end }: Quantity) {
  const from = text.slice(0, start).search(/[^，,。；;！!？?\n]*$/u)
  const to = text.slice(end).search(BREAK)
  const clause = { before: text.slice(from, start), after: to < 0 ? text.slice(end) : text.slice(end, end + to) }
  return {
    start: from,
    blanked: `${clause.before}#${clause.after}`,
    /** Next to nothing stands beside the number, so the words before it tell what it measures. */
    bare: clause.before.replace(/[已经都才刚就快大概差不多满够有过\s]/gu, '').length === 0,
  }
}

/** 快6个月 is less than six months; 差不多 is no number to judge by. */
function nearly(text: string, quantity: Quantity): Quantity | undefined {
  const before = text.slice(Math.max(0, quantity.start - 8), quantity.start)
  if (ABOUT.test(before) || text.startsWith('左右', quantity.end)) return undefined
  return NEARLY.test(before) ? { ...quantity, comparator: '<' } : quantity
}

function bareAges(text: string): Quantity[] {
  return [...text.matchAll(BARE_AGE)].flatMap((match) => {
    const said = match[1] ?? ''
    const end = match.index + match[0].length
    const value = readNumeral(said, 0)?.value
    if (value === undefined || value < 1 || value > 120) return []
    return [{ kind: 'age', value, unit: 'year-of-age', comparator: '=', text: said, start: end - said.length, end }]
  })
}

const BORN_BEFORE = /(?:生于|出生(?:日期|年月)?(?:是|于|在|为|[:：])?|生日(?:是|为|[:：])?)\s*$/u
const BORN_AFTER = /^(?:出生|生人|生的|生(?=$|[，,。！!？?\s]))/u

/** Ages by the dates of birth that are told: 生于2010年5月. */
function agesByBirth(text: string, today: string | undefined): Quantity[] {
  const now = parseIsoDate(today ?? '')
  if (now === undefined) return []
  return readQuantities(text).flatMap((date): Quantity[] => {
    const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(String(date.value)) ?? []
    const born = BORN_BEFORE.test(text.slice(0, date.start)) || BORN_AFTER.test(text.slice(date.end))
    if (date.kind !== 'date' || year === undefined || !born) return []
    const turned = (now.month * 100 + now.day) / 100
    const low = now.year - Number(year) - Number(turned < Number(month ?? 12) + Number(day ?? 31) / 100)
    const high = now.year - Number(year) - Number(turned < Number(month ?? 1) + Number(day ?? 1) / 100)
    if (low < 0 || high > 120) return []
    const age = {
      kind: 'age',
      unit: 'year-of-age',
      text: `${date.text}出生`,
      start: date.start,
      end: date.end,
    } as const
    return [
      low === high ? { ...age, comparator: '=', value: low } : { ...age, comparator: 'range', value: low, max: high },
    ]
  })
}
