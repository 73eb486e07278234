import type { Reading } from '../element.ts'
import type { FieldToRead } from './field.ts'

const I_AM = /我(?:就|也)?是(?:(?:孩子|小孩|宝宝|娃|儿子|女儿|[他她])[他她]?的?)?亲?(?:爸爸?|妈妈?|父亲|母亲)(?!的)/u
const PARENT = /^(?:爸爸?|妈妈?|父亲|母亲)$/u
/** 跟妈妈, 随父亲, 落在妈妈那边: what is chosen. */
const CHOSEN = /[跟随归从选]|落[户在]|户口/u

/**
 * 我是孩子爸爸, 妈妈叫…: words that tell who somebody is, or what she is called, choose no parent: with whom a child is registered is
 * another question, to which 妈妈 alone is an answer only where it was asked.
 */
export function tellsWhoSomebodyIs(
  folded: string,
  { text }: Reading,
  { element, label, ask = '', options = [] }: FieldToRead,
  asked: boolean,
): boolean {
  if (element !== 'choice' || /关系|身份|您是/u.test(`${label}${ask}`) || CHOSEN.test(folded)) return false
  return asked ? options.some((option) => PARENT.test(option.label)) && I_AM.test(folded) : PARENT.test(text)
}
