import type { ExpectedQuantity, Fact, Polarity } from '../fact-matcher/fact.ts'
import { sayFact } from './say-fact.ts'

/** An answer that is wrong on purpose. A scorer that lets it pass is broken. */
export type Mutant = { readonly kind: string; readonly answer: string }

/** Stands where a fact was taken out. */
const SILENCE = '这一点先说到这里'
const OTHER_UNIT: Readonly<Record<string, string>> = { workday: 'month', day: 'workday', month: 'day', year: 'month' }
const OTHER_BOUND: Readonly<Record<ExpectedQuantity['op'], ExpectedQuantity['op'] | undefined>> = {
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '=': undefined,
  '[)': undefined,
  '[]': undefined,
}
const FLIPPED: Readonly<Record<Polarity, Polarity>> = {
  required: 'not_required',
  not_required: 'required',
  allowed: 'forbidden',
  forbidden: 'allowed',
}

/** Every way in which an answer can get one fact wrong, each alone. `elsewhere` names another matter. */
export function mutantsOf(fact: Fact, elsewhere: string): Mutant[] {
  const { about, quantity, polarity, list } = fact
  const changed = (kind: string, other: Partial<Fact>): Mutant => ({ kind, answer: sayFact({ ...fact, ...other }) })
  const dropped = { kind: 'dropped', answer: SILENCE }
  if (polarity !== undefined) return [dropped, changed('negation', { polarity: FLIPPED[polarity] })]
  if (list !== undefined)
    return [
      dropped,
      ...(list.length < 2 ? [] : [{ kind: 'item-dropped', answer: sayFact({ ...fact, list: withoutOne(list) }) }]),
    ]
  if (quantity === undefined) return [dropped]
  const bound = OTHER_BOUND[quantity.op]
  const unit = OTHER_UNIT[quantity.unit ?? '']
  const wrong = changed('value', { quantity: { ...quantity, value: otherValue(quantity) } })
  return [
    dropped,
    wrong,
    ...(unit === undefined ? [] : [changed('unit', { quantity: { ...quantity, unit } })]),
    ...(bound === undefined ? [] : [changed('bound', { quantity: { ...quantity, op: bound } })]),
    ...(about === undefined ? [] : [changed('subject', { about: [elsewhere] })]),
    ...(about === undefined || quantity.kind !== 'money'
      ? []
      : [{ kind: 'hedged', answer: `${sayFact(fact)}。${wrong.answer}` }]),
  ]
}

/** The list without its last item that is not part of another item's name. */
function withoutOne(list: NonNullable<Fact['list']>): NonNullable<Fact['list']> {
  const at = list.findLastIndex((synonyms, own) =>
    list.every((others, other) => other === own || !synonyms.some((name) => others.some((one) => one.includes(name)))),
  )
  return at < 0 ? [[SILENCE]] : list.toSpliced(at, 1)
}

function otherValue({ kind, value }: ExpectedQuantity): ExpectedQuantity['value'] {
  if (typeof value === 'number') return kind === 'money' ? value * 2 + 5 : value + 1
  if (typeof value !== 'string') return [value[0] + 1, value[1] + 1]
  if (kind === 'date') return value.replace(/^\d{4}/, (year) => String(Number(year) + 1))
  return value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
}
