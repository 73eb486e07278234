import { toTraditional } from '../../language/index.ts'
import type { Fact } from '../fact-matcher/fact.ts'
import { sayFact } from './say-fact.ts'

/** The same answer in another guise. A scorer that turns it down is too strict. */
export type Rewrite = { readonly kind: string; readonly answer: string }

const DIGITS = '〇一二三四五六七八九'

/** Ways to write an answer that change nothing of what it says. */
export function rewritesOf(fact: Fact): Rewrite[] {
  const plain = sayFact(fact)
  return [
    { kind: 'plain', answer: `${plain}。` },
    { kind: 'traditional', answer: `${toTraditional(plain)}。` },
    {
      kind: 'full-width',
      answer: `${plain.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))}。`,
    },
    { kind: 'list', answer: `您好，按指南是这样的：\n\n- ${plain}[1]\n- 有疑问可以打电话问窗口` },
    { kind: 'bold', answer: `${plain.replaceAll(/\d[\d.]*/g, (number) => `**${number}**`)}。` },
    ...(fact.quantity === undefined || typeof fact.quantity.value === 'string'
      ? []
      : [
          {
            kind: 'numerals',
            answer: `${plain.replaceAll(/(?<![\d.])\d{1,4}(?![\d.])/g, (number) => inHan(Number(number)))}。`,
          },
        ]),
  ]
}

/** 0–9999 in Chinese numerals. */
export function inHan(number: number): string {
  if (number < 10) return DIGITS.charAt(number).replace('〇', '零')
  const places = ['', '十', '百', '千']
  const digits = Array.from(String(number), Number)
  const words = digits
    .map((digit, at) => (digit === 0 ? '零' : `${DIGITS.charAt(digit)}${places[digits.length - 1 - at]}`))
    .join('')
    .replaceAll(/零+/g, '零')
    .replace(/零$/, '')
  return words.replace(/^一十/, '十')
}
