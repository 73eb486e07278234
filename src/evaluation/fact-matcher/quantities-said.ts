import { joinBounds, readQuantities, type Quantity } from '../../language/index.ts'

/** A quantity of a clause. `denied`: the clause says that it is not so (不是20元), or no longer (从60%提高到70%). */
export type Said = { readonly quantity: Quantity; readonly denied: boolean }

const NOT_SO =
  /(?:(?:不|并)是|并非|绝非|不再是?|不收|不用|不需要?|不必|无需|无须)(?:每[证本张件人份次]|只|仅|按|提交|提供|收取?|交|缴纳?|带)?$/u
const CHANGED = /(?:提高|上调|下调|降低|降|升|涨|调整|增加|减少|延长|缩短|改)[到至为成]?$/u
const WAS = /(?:从|由|原为?|原来是?|原先是?)[^，。；]{0,6}$/u
const SPAN = /^\s?(?:-|–|—|~|～|至|到)+\s?$/

const ENDS = /(?:截止|截至)(?:日期?|时间)?[为是到于在:：\s]*$/u

/** The quantities of a clause. `wholeRanges` joins bounds that are stated apart; dates bound by 截止 or a span are bounds. */
export function quantitiesSaid(clause: string, wholeRanges: boolean): Said[] {
  const read = withNothingToPay(readQuantities(clause), clause)
  const quantities = spansBounded(wholeRanges ? joinBounds(read, clause) : read, clause)
  return quantities.map((quantity, at) => ({
    quantity,
    denied: isDenied(clause, quantity) || isFormer(clause, quantity, quantities[at + 1]),
  }))
}

const NOTHING_TO_PAY =
  /(?:无需|无须|不用|不需要?|不必|毋[须需])(?:缴纳?|交纳?|支付|付)(?:$|\p{Script=Han}{0,6}?(?:费用?|押金|保证金))/u

/** 无需缴纳押金 says of the deposit that nothing is paid. */
function withNothingToPay(quantities: readonly Quantity[], clause: string): Quantity[] {
  const found = quantities.some(({ kind }) => kind === 'money') ? null : NOTHING_TO_PAY.exec(clause)
  if (found === null) return [...quantities]
  const [text] = found
  const place = { start: found.index, end: found.index + text.length }
  return [...quantities, { kind: 'money', value: 0, unit: 'CNY', comparator: '=', text, ...place }]
}

function isDenied(clause: string, { start }: Quantity): boolean {
  const before = clause.slice(0, start)
  return NOT_SO.test(before) && !/(?:是不是|不是不)$/.test(before)
}

const FORMERLY = /(?:原[定为]|原计划|本来是?|原来?是|原先[为是]?|以前[为是]?|过去[为是]?)$/u

function isFormer(clause: string, one: Quantity, next: Quantity | undefined): boolean {
  if (FORMERLY.test(clause.slice(0, one.start))) return true
  if (next?.kind !== one.kind || !WAS.test(clause.slice(0, one.start))) return false
  return CHANGED.test(clause.slice(one.end, next.start))
}

/** 5月1日至5月31日 starts on the one day and ends on the other, of the same year where the second names none. */
function spansBounded(quantities: readonly Quantity[], clause: string): Quantity[] {
  const spans = quantities.map((one, at) => {
    const next = quantities[at + 1]
    return one.kind === 'date' && next?.kind === 'date' && SPAN.test(clause.slice(one.end, next.start))
  })
  return quantities.map((one, at): Quantity => {
    if (spans[at] === true) return { ...one, comparator: '>=' }
    if (spans[at - 1] !== true) {
      const ends = one.kind === 'date' && one.comparator === '=' && ENDS.test(clause.slice(0, one.start))
      return ends ? { ...one, comparator: '<=' } : one
    }
    const year = String(quantities[at - 1]?.value ?? '').slice(0, 4)
    const value = String(one.value)
    const dated = value.startsWith('--') && /^\d{4}$/.test(year) ? `${year}-${value.slice(2)}` : value
    return { ...one, value: dated, comparator: '<=' }
  })
}
