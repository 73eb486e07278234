/** How Hokkien is written, character by character; the length stays. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['毋', '不'],
  ['佇', '在'],
  ['伫', '在'],
  ['伊', '她'],
  ['矣', '了'],
  ['拢', '都'],
  ['攏', '都'],
  ['欲', '要'],
  ['厝', '房'],
])
const WORDS: readonly (readonly [string, string])[] = [
  ['家己', '自己'],
  ['头路', '工作'],
  ['翁某', '夫妻'],
  ['阮某', '老婆'],
  ['阮翁', '老公'],
  ['阮兜', '我家'],
  ['查某', '女的'],
  ['查埔', '男的'],
  ['过身', '过世'],
]
const ANY = new RegExp(`[${[...CHARACTERS.keys()].join('')}]`, 'gu')

/** An answer to a question in the words of the standard language, where it mixes in Hokkien: 毋是 → 不是, 家己 → 自己. */
export function withoutHokkien(folded: string): string {
  const plain = WORDS.reduce((text, [word, meant]) => text.replaceAll(word, meant), folded)
  return plain.replaceAll(ANY, (character) => CHARACTERS.get(character) ?? character)
}
