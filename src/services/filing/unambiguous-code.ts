/** Secure random bytes, `count` of them. */
export type RandomBytes = (count: number) => Uint8Array

/** 31 letters and digits that cannot be taken for one another when read aloud or copied by hand: no 0 O 1 I L. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** `length` characters drawn evenly from the unambiguous alphabet. */
export function newCode(length: number, random: RandomBytes): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) {
      // NOTE: 248 = 8 × 31; higher bytes would favour the first letters.
      if (byte < 248 && text.length < length) text += ALPHABET[byte % ALPHABET.length]
    }
  }
  return text
}

/** A code as typed: spaces and dashes dropped, capitals. */
export function readCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s–—-]/gu, '')
}
