/** Most of a question's characters that stand together in one sentence of a text, by their worth, 0..1. */
export type SentenceCover = (text: string) => number

const ENDS = new Uint8Array(0x10000)
for (const mark of '。；;！!？?\n') ENDS[mark.charCodeAt(0)] = 1
/** Sentences of a text that are read: an answer says early what it is about. */
const SENTENCES = 12
/** Code units of a text that are read, so that one endless sentence costs no more. */
const LENGTH = 600

/**
 * A reader that holds one question at a time: an answer repeats the question within one sentence, while a long text
 * that has its words here and there answers something else. `characters` are pairs of a character and its worth (> 0).
 */
export function createSentenceCover(): (characters: Iterable<readonly [string, number]>) => SentenceCover {
  const worth = new Float32Array(0x10000)
  /** The sentence in which a character was last met. */
  const met = new Uint32Array(0x10000)
  let sentence = 0
  let held: number[] = []
  return (characters) => {
    for (const code of held) worth[code] = 0
    held = []
    let total = 0
    for (const [character, value] of characters) {
      const code = character.charCodeAt(0)
      if (character.length !== 1 || worth[code] !== 0) continue
      worth[code] = value
      held.push(code)
      total += value
    }
    return (text) => {
      let best = 0
      let sum = 0
      sentence++
      const end = Math.min(text.length, LENGTH)
      for (let at = 0, read = 0; at < end && read < SENTENCES; at++) {
        const code = text.charCodeAt(at)
        if (ENDS[code] === 1) {
          if (sum > 0) read++
          sum = 0
          sentence++
          continue
        }
        const value = worth[code] ?? 0
        if (value === 0 || met[code] === sentence) continue
        met[code] = sentence
        sum += value
        if (sum > best) best = sum
      }
      return total === 0 ? 0 : best / total
    }
  }
}
