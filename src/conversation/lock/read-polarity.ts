/** What a part of a sentence may turn round: whether something is needed, possible, charged for, or so at all. */
export type Matter = 'need' | 'can' | 'charge' | `is ${string}`

/** One thing a part says yes or no to. `open`: it says both, or neither for certain. */
export type Stance = { readonly matter: Matter; readonly says: 'yes' | 'no' | 'open' }

type Words = { readonly matter: Matter; readonly no: RegExp; readonly yes: RegExp }

const MATTERS: readonly Words[] = [
  {
    matter: 'charge',
    no: /免费|不(?:收取?|要|用|需要?|必)?(?:再|先)?[交缴付收]?(?:任何|手续|工本|证件|申请|登记)*[费钱税]|不收|免[收交征缴](?=[^，]{0,8}[费钱税])|免(?=[^，]{0,4}[费钱税])/gu,
    yes: /(?:需要?|要|须|应当?|得)(?:先|再|另外|自己)?[交缴付收](?=[^，]{0,8}[费钱税])|(?<![不免])收费(?!标准|项目)|(?<!不)要钱|[收交缴][^，不免]{0,6}费[\d\s]*元/gu,
  },
  {
    matter: 'need',
    no: /不再?(?:需要?|要(?!求)|用|必|强制)|[无毋](?:需|须)|免(?:交|提交|于|带|去|收|征|缴)|没有?必要|可以?不(?=[带交提用])|不[带交缴]/gu,
    yes: /(?:需要?|必须|应当|须)|(?<![不主重只想])要(?!求|是|么|素|件|点|紧|闻)|得(?=[去带有先到]|本人|亲)/gu,
  },
  {
    matter: 'can',
    no: /不(?:能|可以?|得|准|许|允许|予|支持|受理|接受)|禁止|严禁|无法|(?<!不)影响|(?<=\p{Script=Han})不了/gu,
    yes: /(?<![许认])可以?(?!能)|不影响|允许|准予|支持|(?<![功智性技职])能(?!力|源|否|够不)/gu,
  },
]

/** Asked, or a case that something else is said of (没有合同的，…): nothing is said. */
const ASKED = /是否|能否|可否|[能会要用需](?:要)?不[能会要用需]|可不可以|有没有|算不算|[吗么呢][？?]?$/u
const CASE = /^(?:如果|要是|若)|(?<!是[^，]{0,12})的$|的话$|[^，]时$/u
/** Two negations, or a condition (才能): neither side for certain. */
const UNCERTAIN = /(?:不得|不能|不可|不是|并非|没有)不|[才方](?:能|可|会)|除非|不行/u

/** A "not" before a word of its own; those before a bound (不满, 不超过) or a modal word are none. */
const NEGATED = /没有([\p{Script=Han}]{2,4})(?=$|[^\p{Script=Han}])|(?:不再?|没有|没|未|无)([\p{Script=Han}]{2})/gu
const NO_WORD =
  /^(?:能|可|得|准|许|允|予|用|必|需|须|要|收|交|缴|是|满|足|超|少|低|早|迟|晚|多|大|同|一|仅|只|但|管|论|过|久|便|会|在|到|再|查|核|有)/u

/** The words of a text that stand under a "not". */
export function negatedIn(text: string): string[] {
  return [...text.matchAll(NEGATED)].map((match) => match[1] ?? match[2] ?? '').filter((word) => !NO_WORD.test(word))
}

/** What a part says yes or no to. `negatable`: words that a text compared with it puts under a "not". */
export function readStances(part: string, negatable: ReadonlySet<string>): Stance[] {
  if (ASKED.test(part) || CASE.test(part)) return []
  const stances: Stance[] = []
  for (const { matter, no, yes } of MATTERS) {
    const denied = part.replaceAll(no, ' ')
    const says = [denied !== part ? 'no' : '', denied.search(yes) >= 0 ? 'yes' : ''].filter((one) => one !== '')
    const [only] = says
    if (only === undefined) continue
    stances.push({ matter, says: says.length > 1 || UNCERTAIN.test(part) ? 'open' : only === 'no' ? 'no' : 'yes' })
  }
  const negated = new Set(negatedIn(part))
  for (const word of new Set([...negated, ...[...negatable].filter((one) => part.includes(one))])) {
    stances.push({ matter: `is ${word}`, says: soOf(word) })
  }
  return stances

  /** A word under another "not" (领不了生育津贴) is affirmed by none. */
  function soOf(word: string): Stance['says'] {
    if (UNCERTAIN.test(part)) return 'open'
    if (negated.has(word)) return 'no'
    const before = part.slice(0, part.indexOf(word)).split('的').at(-1) ?? ''
    return /[不没未无]/u.test(before) ? 'open' : 'yes'
  }
}

/** A part without the words that say yes or no. */
export function withoutStance(part: string): string {
  return MATTERS.reduce((rest, { no, yes }) => rest.replaceAll(no, ' ').replaceAll(yes, ' '), part).replaceAll(
    /不再?|没有?|未|无/gu,
    ' ',
  )
}
