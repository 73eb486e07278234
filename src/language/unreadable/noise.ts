/** Signs that stand in code, and hardly ever in what people write. */
const CODE_SIGN = /[{}[\]<>=;|\\_]|\w\(|::|\/\//gu
const MOST_SIGNS = 2
const LINK = /^(?:https?:\/\/|www\.)\S+$/iu
/** A program of another kind than signs tell: import os, for i in range(10): */
const CODE_LINE =
  /^\s*(?:import \w|from \w+ import|def \w|function\b|const \w|for \w+ in .*:$|print\(|#include|select .* from )/imu

/** One character, or a pair, over and over. */
const REPEATED = /^(.{1,2}?)\1{4,}.?$/su
/** Keys that lie side by side, in either direction. */
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) => [row, Array.from(row).toReversed().join('')])
const KEY_RUN = 4

/** True for a text that is code, a link, keys struck at random, one character over and over, or signs without letters. */
export function isNoise(text: string): boolean {
  const bare = text.replaceAll(/\s+/gu, '')
  if (!/[\p{L}\p{N}]/u.test(bare)) return true
  if (REPEATED.test(bare)) return true
  if (isJson(text)) return true
  if (/\p{Script=Han}/u.test(text)) return false
  if (LINK.test(text.trim()) || CODE_LINE.test(text)) return true
  if ((text.match(CODE_SIGN)?.length ?? 0) >= MOST_SIGNS) return true
  const words = text.toLowerCase().match(/[a-z]+/gu) ?? []
  return words.length > 0 && !/[^\p{ASCII}]/u.test(bare) && words.every((word) => isStruck(word))
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a word is keys struck side by side: asdf, qwertyuiop. */
function isStruck(word: string): boolean {
  return word.length >= KEY_RUN && KEY_ROWS.some((row) => row.includes(word.slice(0, KEY_RUN)))
}
