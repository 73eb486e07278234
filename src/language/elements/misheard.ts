import { soundOf } from '../sound.ts'

const HAN_WORD = /^\p{Script=Han}{2,6}$/u
const HAN = /\p{Script=Han}/u
const LONGEST_ANSWER = 40

/** Words that turn a sentence round are said as they are written: 不办 is no 补办, 没有 no 煤油, and 卖 no 买. */
const TURNS = new Set('不没未无非勿别买卖')

/**
 * An answer with the words of a question in place of what only sounds like them, as voice input writes it: 半年工前没给 →
 * 半年工钱没给. One character of a word has to be right. Undefined where nothing sounds like one; the length stays.
 */
export function asMeant(folded: string, words: readonly string[]): string | undefined {
  if (folded.length > LONGEST_ANSWER) return undefined
  const said = Array.from(folded)
  if (said.length !== folded.length) return undefined
  const heard = said.map((character) => (HAN.test(character) ? soundOf(character) : character))
  const written = [...said]
  let changed = false
  for (const word of new Set(words.filter((each) => HAN_WORD.test(each) && !folded.includes(each)))) {
    const meant = Array.from(word)
    for (let at = 0; at + meant.length <= said.length; at += 1) {
      const rightHere = meant.filter((character, k) => written[at + k] === character).length
      const turned = meant.some((character, k) => isTurned(written[at + k] ?? '', character))
      if (rightHere === 0 || turned || !meant.every((character, k) => heard[at + k] === soundOf(character))) continue
      for (const [k, character] of meant.entries()) said[at + k] = character
      changed = true
    }
  }
  return changed ? said.join('') : undefined
}

function isTurned(written: string, meant: string): boolean {
  return written !== meant && (TURNS.has(written) || TURNS.has(meant))
}
