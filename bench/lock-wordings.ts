import { inHan } from '../src/evaluation/self-test/rewrites.ts'
import { readQuantities, toTraditional, type Quantity } from '../src/language/index.ts'

/** A sentence in other words, or with another fact. */
export type Wording = { readonly kind: string; readonly text: string }

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)(\s*)元(?!\/)/gu, '$1块'],
  [/(?<=\d)(\s*)天/gu, '$1日'],
]

/** Ways to say the same sentence that leave every fact as it is; none that changes nothing. */
export function paraphrasesOf(sentence: string): Wording[] {
  const body = sentence.replace(/[。；！]$/u, '')
  const clauses = body.split('，')
  const wordings: Wording[] = [
    { kind: 'own words', text: sentence },
    { kind: 'lead', text: `简单说，${sentence}` },
    { kind: 'traditional', text: `簡單說，${toTraditional(sentence)}` },
    {
      kind: 'full-width',
      text: `简单说，${body.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))}。`,
    },
    { kind: 'bold', text: `简单说，${body.replaceAll(/\d[\d.]*/gu, '**$&**')}。` },
    { kind: 'numerals', text: `简单说，${inNumerals(body)}。` },
    { kind: 'units', text: `简单说，${UNITS.reduce((text, [from, to]) => text.replaceAll(from, to), body)}。` },
    // Where a clause leans on the one before, turning them round would say something else.
    ...(clauses.length === 2 && !LEANS.test(clauses[1] ?? '')
      ? [{ kind: 'order', text: `${clauses.toReversed().join('，')}。` }]
      : []),
  ]
  const same = new Set([`简单说，${body}。`, ...clauses])
  return wordings.filter(({ kind, text }) => kind === 'own words' || kind === 'lead' || !same.has(text))
}

const LEANS = /^(?:但|也|就|则|才|再|并|而|还|都|其|由|可|应|须|不|或|按|从|自|从而|否则|其中|逾期|超过|每|最)/u

/** The sentence with one fact wrong, each alone. `others`: every quantity of its section. */
export function mutantsOf(sentence: string, others: readonly Quantity[]): Wording[] {
  const mutants: Wording[] = []
  for (const fact of readQuantities(sentence)) {
    const put = (kind: string, words: string): void => {
      mutants.push({ kind, text: sentence.slice(0, fact.start) + words + sentence.slice(fact.end) })
    }
    const number = /\d[\d.,]*/u.exec(fact.text)
    if (number !== null && fact.kind !== 'date' && fact.kind !== 'phone' && fact.kind !== 'article') {
      const value = Number(number[0].replaceAll(',', ''))
      put('value', fact.text.replace(number[0], String(value * 2 + 3)))
    }
    const unit = OTHER_UNITS.find(([from]) => from.test(fact.text))
    if (unit !== undefined) put('unit', fact.text.replace(...unit))
    const bound = OTHER_BOUNDS.find(([from]) => from.test(fact.text))
    if (bound !== undefined) put('bound', fact.text.replace(...bound))
    const swapped = SWAPPED.has(fact.kind)
    const other = others.find(
      ({ kind, unit: its, value }) => swapped && kind === fact.kind && its === fact.unit && value !== fact.value,
    )
    if (other !== undefined) put('of another', other.text)
  }
  for (const [kind, from, to] of TURNED) {
    if (from.test(sentence)) mutants.push({ kind, text: sentence.replace(from, to) })
  }
  return mutants
}

/** Kinds of which one said in place of another is a wrong fact; articles and telephones stand in lists. */
const SWAPPED: ReadonlySet<string> = new Set(['money', 'duration', 'age', 'percent', 'area', 'day-of-month'])
const OTHER_UNITS: readonly (readonly [RegExp, string])[] = [
  [/个?工作日/u, '个月'],
  [/(?<=\d\s*)[天日]/u, '个工作日'],
  [/(?<=\d\s*)个月/u, '年'],
  [/(?<=\d\s*)年/u, '个月'],
  [/(?<=\d\s*)元/u, '万元'],
]
const OTHER_BOUNDS: readonly (readonly [RegExp, string])[] = [
  [/以内|之内/u, '以上'],
  [/以上/u, '以下'],
  [/以下/u, '以上'],
  [/不超过/u, '不少于'],
  [/不少于/u, '不超过'],
  [/年满|已满/u, '未满'],
  [/未满|不满/u, '年满'],
]
/** Words that turn a sentence round; where it asks or doubts (能不能, 是否), nothing is turned. */
const TURNED: readonly (readonly [kind: string, from: RegExp, to: string])[] = [
  ['needed', /不需要|无需|不用|不必/u, '需要'],
  ['needed', /(?<!不)需要(?=[^，。；]{0,12}(?:证|书|表|簿|卡|照片|合同|证明))/u, '不需要'],
  ['needed', /必须/u, '不必'],
  ['possible', /不(?:能|得|可以)(?!不)(?<!能不能|可不可以)/u, '可以'],
  ['possible', /(?<![不可])可以(?!不)/u, '不可以'],
  ['charged', /不收费|免费/u, '要收费'],
  ['so', /不影响/u, '影响'],
  ['so', /不属于/u, '属于'],
  ['so', /没有(?=[\p{Script=Han}]{2,4}津贴)/u, '有'],
]

function inNumerals(text: string): string {
  return text.replaceAll(
    /(?<![\d.,\-–~至A-Za-z])\d{1,4}(?=\s*(?:个|元|天|日(?!前)|份|张|次|人|小时|分钟|周岁|岁|寸|平方米))/gu,
    (number) => inHan(Number(number)),
  )
}
