import { readNumeral, readQuantities, startsNumeral } from '../../language/index.ts'
import type { Problem } from './problem.ts'
import { REFERENCE, referencesIn, renderReferences, type Reference } from './references.ts'

/** The English of a point beside what it says in Chinese, both with their references as written; `question` of an item of 常见问题. */
type ToCompare = { readonly english: string; readonly chinese: string; readonly question: string }

type Fault = Pick<Problem, 'problem' | 'fix'>
type References = ReadonlyMap<string, Reference>

/** What is wrong with the English of a point: it says another number, another yes or no, or is not plain English text. */
export function checkEnglish(texts: ToCompare, references: References): Fault[] {
  return [
    ...referenceFaults(texts, references),
    ...numberFaults(texts, references),
    ...freeFaults(texts),
    ...verdictFaults(texts),
    ...textFaults(texts, references),
  ]
}

function referenceFaults({ english, chinese, question }: ToCompare, references: References): Fault[] {
  const keysIn = (text: string) => new Set(idsIn(text).map((id) => keyOf(id, references)))
  const allowed = keysIn(`${chinese} ${question}`)
  const told = keysIn(english)
  const stray = idsIn(english).filter((id) => !allowed.has(keyOf(id, references)))
  const lost = idsIn(chinese).filter((id) => !told.has(keyOf(id, references)))
  return [
    ...stray.map((id) => ({
      problem: `{{${id}}} does not stand in the Chinese of this point`,
      fix: `say the numbers of the Chinese: ${
        idsIn(chinese)
          .map((each) => `{{${each}}}`)
          .join(', ') || 'it has none'
      }`,
    })),
    ...lost.map((id) => ({
      problem: `the Chinese says {{${id}}}, and the English does not`,
      fix: `say {{${id}}} too`,
    })),
  ]
}

const idsIn = (text: string): string[] => [...new Set(referencesIn(text).map(({ id }) => id))]

/** Two references to the same value are one; an unknown one is itself. */
function keyOf(id: string, references: References): string {
  const { value, unit } = references.get(id) ?? { value: id, unit: '' }
  return `${value} ${unit}`
}

function numberFaults({ english, chinese, question }: ToCompare, references: References): Fault[] {
  const [said, asked] = [withoutReferences(chinese), withoutReferences(question)]
  const told = withoutReferences(english)
  const allowed = new Set([...figuresIn(`${said} ${asked}`), ...hanNumbersIn(`${said} ${asked}`)])
  const stray = [...figuresIn(told), ...numberWordsIn(told)].filter((number) => !allowed.has(number))
  const stated = new Set([...figuresIn(told), ...numberWordsIn(told)])
  const lost = [...figuresIn(withoutNames(said)), ...countsIn(said)].filter((number) => !stated.has(number))
  return [
    ...[...new Set(stray)].map((number) => {
      const meant = idsIn(chinese).find((id) => String(references.get(id)?.value) === number)
      const fix = meant === undefined ? 'say only numbers that the Chinese says' : `write {{${meant}}}`
      return { problem: `the number ${number} does not stand in the Chinese of this point`, fix }
    }),
    ...[...new Set(lost)].map((number) => ({
      problem: `the Chinese says ${number}, and the English does not`,
      fix: `say ${number} in figures`,
    })),
  ]
}

const withoutReferences = (text: string): string => text.replace(REFERENCE, ' ')

/** Names of laws and documents, and links: English may leave them out. */
const withoutNames = (text: string): string =>
  text.replaceAll(/《[^》]*》|[〔[(（]\d{4}[〕\])）]\s*第?\d+号|第\s*\d+\s*[号条]|https?:\/\/\S+/gu, ' ')

/** Numbers in figures, without the commas of thousands. */
function figuresIn(text: string): string[] {
  return (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? []).map((figure) => String(Number(figure.replaceAll(',', ''))))
}

const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Numbers in words; one is as often no number. */
function numberWordsIn(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+/gu) ?? []).flatMap((word) =>
    WORDS.includes(word) ? [String(WORDS.indexOf(word) + 2)] : [],
  )
}

function hanNumbersIn(text: string): string[] {
  const found = text.includes('双') ? ['2'] : []
  for (let at = 0; at < text.length; at++) {
    const numeral = startsNumeral(text.charAt(at)) ? readNumeral(text, at) : undefined
    if (numeral !== undefined) found.push(String(numeral.value))
  }
  return found
}

/** How many of a thing are to be brought: 两张, 一式三份. Other counts (两种办法) may go unsaid. */
const PIECES: ReadonlySet<string> = new Set(['份', '张', '套', '页'])

function countsIn(text: string): string[] {
  return readQuantities(text).flatMap(({ kind, unit, value }) =>
    kind === 'count' && PIECES.has(unit) && Number(value) > 1 ? [String(value)] : [],
  )
}

const FREE =
  /\bfree\b|\bno (?:\w+ ){0,2}(?:fees?|charges?|costs?|money)\b|\bnot? (?:be )?(?:charged?|pay)\b|without (?:\w+ ){0,2}(?:charge|fee|payment|paying)|costs? nothing|nothing to pay|no need to pay|need not pay|waived|exempt/iu
const FREE_IN_CHINESE = /免|不(?:得|再|会|可|另)?收|不用?[交缴花]|不要钱/u

function freeFaults({ english, chinese }: ToCompare): Fault[] {
  const statesNothing = (text: string): boolean =>
    readQuantities(text).some(({ kind, value }) => kind === 'money' && value === 0)
  if (statesNothing(withoutReferences(chinese)) && !FREE.test(english))
    return [
      { problem: 'the Chinese says that it is free, and the English does not', fix: 'say that it is free of charge' },
    ]
  if (statesNothing(withoutReferences(english)) && !statesNothing(chinese) && !FREE_IN_CHINESE.test(chinese))
    return [{ problem: 'the Chinese does not say that it is free', fix: 'say of the fee what the Chinese says' }]
  return []
}

const NO = /^(?:不能|不可以|不是|不行|不用|不需要|不必|不要|不会|不算|不得|没有|没)[，,。]/u
const YES = /^(?:能|可以|是|是的|行|要|用|需要|会|算|有|得)[，,。]/u

function verdictFaults({ english, chinese }: ToCompare): Fault[] {
  if (NO.test(chinese) && /^yes\b/iu.test(english))
    return [{ problem: 'the Chinese says no, and the English yes', fix: 'say no' }]
  if (YES.test(chinese) && /^no[,.]/iu.test(english))
    return [{ problem: 'the Chinese says yes, and the English no', fix: 'say yes' }]
  return []
}

const ENCLOSED = /\([^()]*\)|（[^（）]*）|“[^“”]*”|"[^"]*"|《[^《》]*》/gu

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

function textFaults({ english }: ToCompare, references: References): Fault[] {
  const worded = idsIn(english).filter((id) => isHan(renderReferences(`{{${id}}}`, references, 'en')))
  return [
    ...(/\*\*|^\s*[-*#>]\s|`|<\/?[a-z]/imu.test(english)
      ? [{ problem: 'the English is to be plain text', fix: 'write sentences without marks' }]
      : []),
    ...(isHan(english.replaceAll(ENCLOSED, ' '))
      ? [{ problem: 'there is Chinese in the English', fix: 'say it in English, with the Chinese name in brackets' }]
      : []),
    ...worded.map((id) => ({
      problem: `{{${id}}} has no English`,
      fix: `give the fact ${id} of the guide its valueEn`,
    })),
  ]
}
