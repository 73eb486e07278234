import COMPATIBILITY from 'opencc-js/dict/CJK_Compatibility_Ideographs'
import ST_CHARACTERS from 'opencc-js/dict/STCharacters'
import ST_PHRASES from 'opencc-js/dict/STPhrases'
import ST_REGIONAL from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases'
import TS_CHARACTERS from 'opencc-js/dict/TSCharacters'
import TS_PHRASES from 'opencc-js/dict/TSPhrases'
import TW_VARIANTS from 'opencc-js/dict/TWVariants'
import TW_PHRASES from 'opencc-js/dict/TWVariantsPhrases'
import TW_VARIANTS_BACK from 'opencc-js/dict/TWVariantsRev'
import TW_PHRASES_BACK from 'opencc-js/dict/TWVariantsRevPhrases'

/** How a text is cut, and the tables by which its pieces are turned in each round. */
type Chain = { readonly cutBy: readonly string[]; readonly rounds: readonly (readonly string[])[] }

/** OpenCC's own, `s2tw` and `tw2s`. */
const FROM_CHINA: Chain = {
  cutBy: [ST_PHRASES, ST_REGIONAL],
  rounds: [
    [ST_PHRASES, ST_REGIONAL, ST_CHARACTERS],
    [TW_PHRASES, TW_VARIANTS],
  ],
}
const TO_CHINA: Chain = {
  cutBy: [TS_PHRASES],
  rounds: [
    [TW_PHRASES_BACK, TW_VARIANTS_BACK],
    [TS_PHRASES, TS_CHARACTERS],
  ],
}

/** Replaces what a table names, the longest first, from the left. */
type Phrases = {
  readonly replace: (text: string) => string
  /** The text in pieces, each named by the table or named nowhere. */
  readonly cut: (text: string) => string[]
}

/** A converter of simplified characters to those of Taiwan. */
export const createFromChina = (): ((text: string) => string) => converter(FROM_CHINA)

/** A converter of the characters of Taiwan to simplified ones. */
export const createToChina = (): ((text: string) => string) => converter(TO_CHINA)

/**
 * What OpenCC's own converter gives, from one map a table: its tries are a map a character, 40 MB for simplified to
 * traditional.
 */
function converter({ cutBy, rounds }: Chain): (text: string) => string {
  const { replace: normalise } = phrasesIn([COMPATIBILITY])
  const { cut } = phrasesIn(cutBy)
  const turns = rounds.map(phrasesIn)
  const turned = (piece: string): string => turns.reduce((done, { replace }) => replace(done), piece)
  return (text) => cut(normalise(text)).map(turned).join('')
}

/** No entry is longer, in UTF-16 units: each length has a bit of 32. */
const LONGEST = 31

/** The entries of tables, `from to` pairs joined by `|`; of two for the same words that of the earlier table holds. */
function phrasesIn(tables: readonly string[]): Phrases {
  const meant = new Map<string, string>()
  /** By the first UTF-16 unit of an entry, a bit for each length there is. */
  const lengths = new Uint32Array(0x10000)
  for (const table of tables.toReversed()) {
    for (const pair of table.split('|')) {
      const [from = '', to = ''] = pair.split(' ')
      meant.set(from, to)
      lengths[from.charCodeAt(0)] = (lengths[from.charCodeAt(0)] ?? 0) | (1 << from.length)
    }
  }
  /** The longest entry that begins at a place, if one does. */
  const entryAt = (text: string, at: number): string | undefined => {
    for (let left = lengths[text.charCodeAt(at)] ?? 0; left !== 0;) {
      const length = LONGEST - Math.clz32(left)
      left &= ~(1 << length)
      const said = text.slice(at, at + length)
      if (meant.has(said)) return said
    }
    return undefined
  }
  const cut = (text: string): string[] => {
    const pieces: string[] = []
    let open = 0
    for (let at = 0; at < text.length;) {
      const entry = entryAt(text, at)
      if (entry === undefined) {
        at++
        continue
      }
      if (open < at) pieces.push(text.slice(open, at))
      pieces.push(entry)
      at += entry.length
      open = at
    }
    return open < text.length ? [...pieces, text.slice(open)] : pieces
  }
  const turned = (piece: string): string => meant.get(piece) ?? piece
  return { cut, replace: (text) => meant.get(text) ?? cut(text).map(turned).join('') }
}
