import { plainWords } from './plain-words.ts'

const ORDINAL =
  /^(?:我?(?:选|要|是|问的是)?)?(?:第)?([一二三四五六1-6])(?:个|项|种|号)?(?:吧|的)?$|^(?:option )?([1-6])$/
const NUMERALS = '一二三四五六'
const AROUND = /^(?:我?(?:要|选|是|问的是|说的是|想问的?是?)|就是|是)|(?:吧|的|啊|呀|那个|这个)$/g

/** The offered choice that a short answer picks: by its number, its words, or a part of them that only it has. */
export function readChoice(plain: string, choices: readonly string[]): string | undefined {
  if (choices.length === 0) return undefined
  const words = plain.replace(/[，。！？,.!?\s]/g, '')
  const ordinal = ORDINAL.exec(words)
  if (ordinal) {
    const digit = ordinal[1] ?? ordinal[2] ?? ''
    const index = NUMERALS.includes(digit) ? NUMERALS.indexOf(digit) : Number(digit) - 1
    return choices[index]
  }
  const picked = words.replace(AROUND, '')
  if (picked.length < 2) return undefined
  const plainChoices = choices.map((choice) => plainWords(choice).replace(/\s/g, ''))
  const exact = plainChoices.indexOf(picked)
  if (exact >= 0) return choices[exact]
  const containing = plainChoices.flatMap((choice, index) => (choice.includes(picked) ? [index] : []))
  return containing.length === 1 ? choices[containing[0] ?? 0] : undefined
}
