import { pinyin } from 'pinyin-pro'

/** What people ask of a matter, as it may be typed without tones. */
const ASKING =
  '多少钱 要多少钱 怎么办 怎么办理 怎么申请 怎么补 怎么换 怎么弄 要带什么 带什么 需要带什么 要什么材料 什么材料 需要什么材料 材料 在哪里办 在哪办 哪里办 去哪里办 去哪办 多久 要多久 多久能办好 几天 要几天 丢了 丢了怎么办 过期了 到期了 补办 换证 申请 办理 帮我办 帮我申请 我要办 我想办 我要 我想 帮我 可以 能 吗 办 补 换 要 了 我的 请问 你好 谢谢'.split(
    ' ',
  )
/** A shorter row of letters is a word of another language, or none. */
const SHORTEST_NAME = 5
const LONGEST = 120

type Table = {
  readonly words: ReadonlyMap<string, string>
  readonly names: ReadonlySet<string>
  readonly longest: number
}
const tables = new WeakMap<readonly string[], Table>()

/**
 * What a message in toneless pinyin says, when it is made of nothing but `names` and words that ask of them: huzhao duoshao qian
 * → 护照多少钱. Undefined for anything else.
 */
export function readPinyin(text: string, names: readonly string[]): string | undefined {
  if (text.length > LONGEST || !/^[a-zü\s'’?？!.,，。-]+$/iu.test(text)) return undefined
  const letters = text.toLowerCase().replaceAll(/[^a-zü]/gu, '')
  const table = tableOf(names)
  const read = coverage(letters, table)
  return read?.some((word) => table.names.has(word)) === true ? read.join('') : undefined
}

function tableOf(names: readonly string[]): Table {
  const known = tables.get(names)
  if (known !== undefined) return known
  const spelt = names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name) && written(name).length >= SHORTEST_NAME)
  const words = new Map([...ASKING, ...spelt].map((word) => [written(word), word]))
  const longest = Math.max(...Array.from(words.keys(), (each) => each.length))
  const table = { words, names: new Set(spelt), longest }
  tables.set(names, table)
  return table
}

function written(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array' }).join('').toLowerCase()
}

/** The fewest words that make up the letters, from the left; undefined when some are left over. */
function coverage(letters: string, { words, longest }: Table): readonly string[] | undefined {
  const upTo: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = upTo[start]
      const word = words.get(letters.slice(start, end))
      const best = upTo[end]
      if (before === undefined || word === undefined || (best !== undefined && best.length <= before.length + 1))
        continue
      upTo[end] = [...before, word]
    }
  }
  return upTo[letters.length]
}
