import { ALPHABET, newCode, readCode, type RandomBytes } from './unambiguous-code.ts'

const RECEIPT_SHAPE = /^XM\d{8}-[2-9A-HJKMNP-Z]{9}$/

/** Weighted sum modulo the prime 31 over date digits and letters: one wrong character, or two neighbours swapped, changes it. */
function checkCharacter(date: string, letters: string): string {
  const values = [...Array.from(date, Number), ...Array.from(letters, (letter) => ALPHABET.indexOf(letter))]
  const sum = values.reduce((total, value, index) => total + value * (index + 2), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ''
}

/**
 * A new receipt number: `XM20261123-` (date in Asia/Shanghai), eight unguessable characters (31⁸ a day) and a check
 * character. Unique by the database, not by luck.
 */
export function newReceiptNumber(date: string, random: RandomBytes): string {
  const digits = date.replaceAll('-', '')
  const letters = newCode(8, random)
  return `XM${digits}-${letters}${checkCharacter(digits, letters)}`
}

/** A receipt number as typed or read aloud, in its written form; undefined when it cannot be one (shape or check character). */
export function readReceiptNumber(text: string): string | undefined {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replace(/^XM(\d{8})[-–—]?/u, 'XM$1-')
  if (!RECEIPT_SHAPE.test(written)) return undefined
  return written.endsWith(checkCharacter(written.slice(2, 10), written.slice(11, -1))) ? written : undefined
}

/** A new query code: eight characters of the unambiguous alphabet. */
export function newQueryCode(random: RandomBytes): string {
  return newCode(8, random)
}

/** A query code as typed: spaces and dashes dropped, capitals. */
export function readQueryCode(text: string): string {
  return readCode(text)
}

/** Six digits, each as likely as another. */
export function newDigitCode(random: RandomBytes): string {
  let text = ''
  while (text.length < 6) {
    for (const byte of random(6)) if (byte < 250 && text.length < 6) text += String(byte % 10)
  }
  return text
}
