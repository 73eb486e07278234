import { speaksOf } from './about.ts'
import { writtenForm, type Clause } from './clauses.ts'
import type { Finding, Polarity } from './fact.ts'

const OPPOSITE: Readonly<Record<Polarity, Polarity>> = {
  required: 'not_required',
  not_required: 'required',
  allowed: 'forbidden',
  forbidden: 'allowed',
}

/** Forms with two negations, which mean the plain thing. They stand first, and hide what they are made of. */
const DOUBLE: readonly (readonly [Polarity, RegExp])[] = [
  ['not_required', /(?:并非|不是|并不是|非)(?:必须|必要|必需|强制|一定要|硬性)/],
  ['allowed', /(?:并非|不是|并不是)(?:不能|不可以?|不得|不允许|不准|禁止)|不(?:禁止|限制)/],
  [
    'required',
    /(?:并非|不是|并不是)(?:不需要?|不用|不必|无需|无须|可以不)|不[能可](?:不|没有|缺)|(?:不(?!是)|没有?|未|缺了?)(?:带|交|提交|提供|有|出示|持|携带)?[^，。；]{0,12}(?:就)?(?:不能|不可以?|不行|不得|不予|办不了|无法|不受理)|缺一不可|少不了|必备/,
  ],
]
const PLAIN: readonly (readonly [Polarity, RegExp])[] = [
  [
    'not_required',
    /不(?:再)?(?:需要?|用|必|强制|要求|收取?)|无(?:需|须)|毋需|免(?:交|提交|于|带|去|费|除|予)|不要(?!求)|可以不|可不|没必要|没有必要/,
  ],
  ['forbidden', /不(?:得|能|可以?|允许|准|许|可)|禁止|严禁|无法|不予|不接受|不支持|不受理/],
  [
    'required',
    /必须|应当|需要?|须|应(?!急|届)|(?<![不主重])要(?!求)|得(?:带|有|去|本人|亲)|提交|提供|携带|出示|带上?|备齐/,
  ],
  ['allowed', /可以|允许|准许|(?<![不才])能(?!力)|可(?!能)|支持|接受|准予/],
]
const ASKED = /要不要|需不需要|用不用|能不能|可不可以|是否|[吗么][?？]?$/
const EXCEPT = /除(?:了)?([^，。；]{1,16}?)(?:以外|之外|外)/

/** What the clauses say of whether a thing is required, needless, allowed or forbidden. */
export function matchPolarity(clauses: readonly Clause[], expected: Polarity, about: readonly string[]): Finding {
  const aliases = about.map(writtenForm)
  const said = clauses.flatMap((clause, at) => {
    if (!speaksOf(clause, aliases)) return []
    // 户口簿，不用带: the verdict may follow in the next clause when this one has none.
    const polarity = polarityOf(clause.text, aliases) ?? following(clauses, at, aliases)
    return polarity === undefined ? [] : [{ polarity, clause }]
  })
  const wrong = said.find(({ polarity }) => polarity === OPPOSITE[expected])
  if (wrong !== undefined) return { verdict: 'contradicts', evidence: wrong.clause.text }
  const right = said.find(({ polarity }) => polarity === expected)
  return right === undefined
    ? { verdict: 'missing', evidence: undefined }
    : { verdict: 'holds', evidence: right.clause.text }
}

function following(clauses: readonly Clause[], at: number, aliases: readonly string[]): Polarity | undefined {
  const own = clauses[at]
  const next = clauses[at + 1]
  if (own === undefined || next?.sentence !== own.sentence) return undefined
  const said = polarityOf(next.text, [])
  return said !== undefined && isExcepted(own.text, aliases) ? OPPOSITE[said] : said
}

function isExcepted(text: string, aliases: readonly string[]): boolean {
  const excepted = EXCEPT.exec(text)?.[1]
  return excepted !== undefined && aliases.some((alias) => excepted.includes(alias))
}

/** The polarity of a clause; that of what stands within 除…外 is turned round. Undefined for a question, and when none is said. */
export function polarityOf(clause: string, aliases: readonly string[]): Polarity | undefined {
  if (ASKED.test(clause)) return undefined
  const plain = readPolarity(clause.replace(EXCEPT, ''))
  return plain !== undefined && isExcepted(clause, aliases) ? OPPOSITE[plain] : plain
}

function readPolarity(text: string): Polarity | undefined {
  for (const [polarity, pattern] of [...DOUBLE, ...PLAIN]) if (pattern.test(text)) return polarity
  return undefined
}
