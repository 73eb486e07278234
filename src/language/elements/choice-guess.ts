import type { ElementOption } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { readNumeral } from '../numeral.ts'
import { foldCharacters } from '../script.ts'
import { isNegated, negatesNone, NOT, TAKES_BACK, withoutDenials } from './choice-denials.ts'
import { optionByEnglishWords } from './english-answer.ts'

/** An option that words mean, and the words' place. */
export type Hit = {
  readonly option: ElementOption
  readonly start: number
  readonly end: number
  /** The words are the option's own label. */
  readonly label: boolean
  /** Nothing but a character or two speaks for it. */
  readonly weak?: true
}

/** The option that an answer means that calls none by name: by its number, by a part of a label, in words it shares with one alone. */
export function guessOption(folded: string, options: readonly ElementOption[]): Hit | undefined {
  const said = withoutDenials(folded)
  const named = negatesNone(said, options)
  const takesBack = TAKES_BACK.test(folded)
  return (
    byNumber(folded, options) ??
    (takesBack ? undefined : byPart(said, named)) ??
    byEnglishWords(folded, options) ??
    byParted(said, named) ??
    (takesBack ? undefined : byOwnWords(said, named))
  )
}

const ORDINAL = /第\s?(?=[\d一二三四五六七八九十])|(?:选|^)\s?(?=[\d一二三四五六七八九十])/u
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'

/** 第2个, 选二, 2, ②, b, 最后一个. */
function byNumber(folded: string, options: readonly ElementOption[]): Hit | undefined {
  const trimmed = normalise(folded)
  if (trimmed.length > 10) return undefined
  const letter = /^(?:选)?\(?([a-h])\)?[.。、]?$/.exec(trimmed)?.[1]
  let position = letter === undefined ? undefined : letter.charCodeAt(0) - 97
  if (/最后一?[个项种]/.test(trimmed)) position = options.length - 1
  const circled = CIRCLED.indexOf(folded.trim().charAt(0))
  if (circled >= 0) position = circled
  const ordinal = ORDINAL.exec(folded)
  if (position === undefined && ordinal !== null) {
    const numeral = readNumeral(folded, ordinal.index + ordinal[0].length)
    const rest = numeral === undefined ? '' : folded.slice(numeral.end)
    if (numeral !== undefined && /^\s?(?:[个项种类号]|\.|、|吧|$)/.test(rest) && rest.length <= 4)
      position = numeral.value - 1
  }
  const option = position === undefined ? undefined : options[position]
  return option === undefined ? undefined : { option, start: 0, end: folded.length, label: false }
}

function byEnglishWords(folded: string, options: readonly ElementOption[]): Hit | undefined {
  const option = optionByEnglishWords(folded, options)
  return option && { option, start: 0, end: folded.length, label: false }
}

const FILLERS =
  /^(?:我|的|是|要|想|选|办|就|属于|应该|那|那就|嗯|啊|我的|情况)+|(?:的|吧|啊|呀|哦|了|呢|那个|这个|那种|这种|情况)+$/g

/** A bare answer that is part of exactly one option's label (自购 of 自购住房), or shares its first two characters with just one. */
function byPart(folded: string, options: readonly ElementOption[]): Hit | undefined {
  const words = folded
    .trim()
    .replace(/[。.!！，,\s]+$/, '')
    .replaceAll(FILLERS, '')
  if (words.length < 2 || words.length > 12 || /[吗呢么？?]/.test(words)) return undefined
  const names = (option: ElementOption) =>
    [option.label, ...option.aliases].map((word) => foldCharacters(word).toLowerCase())
  const containing = options.filter((option) => names(option).some((word) => word.includes(words)))
  const [only] = containing
  const start = Math.max(0, folded.indexOf(words))
  return only !== undefined && containing.length === 1
    ? { option: only, start, end: start + words.length, label: false }
    : undefined
}

const BETWEEN = '(?:[了过着完上下去]{0,2}(?:[和跟给与]?(?:我们?|他们?|她|咱))?一?[个间家套份点些]?(?:小|大|新|旧)?)'

/** 被电动车撞: by whom or what. */
const WHOM = '\\p{Script=Han}{0,4}?'

/** An alias of verb and object with the little words people put between them: 租了房子, 开了个小店. */
function byParted(folded: string, options: readonly ElementOption[]): Hit | undefined {
  const hits = options.flatMap((option) =>
    [option.label, ...option.aliases].flatMap((word) => {
      const needle = foldCharacters(word).toLowerCase()
      if (!/^\p{Script=Han}{2,4}$/u.test(needle)) return []
      const [head = '', ...rest] = Array.from(needle)
      const source = `${head}${/[被给替帮看办]/.test(head) ? WHOM : BETWEEN}${rest.join(BETWEEN)}`
      const found = new RegExp(source, 'u').exec(folded)
      return found === null || isNegated(folded, found.index)
        ? []
        : [{ option, start: found.index, end: found.index + found[0].length, label: false }]
    }),
  )
  const [first] = hits
  return first !== undefined && hits.every(({ option }) => option === first.option) && !/[吗呢?？]\s*$/.test(folded)
    ? first
    : undefined
}

const COMMON =
  /[我你您他她它的了吗呢是有没在不现已经还都要会能过和或者这那个一二三两几多少办就也里么什好完被给把跟到上下去来今天明年月日时自己家人大小其他别可以想做用事情方面种类样般新老第次地点内外中先后再对只从儿期间]/u

/** A yes says which option is meant only where one of them bears that word. */
const YES = /^(?:我|都|全)?(?:同意|确认|好|可以|行|没问题|没错|对|是|嗯+|ok(?:ay)?|yes)[的吧啊呀哦了嘞。.!！\s]*$/u

/** A short answer that shares words with one option and none with the others: 租来的商铺, 加班没给钱. */
function byOwnWords(folded: string, options: readonly ElementOption[]): Hit | undefined {
  if (folded.length > 12 || YES.test(folded.trim()) || /[吗呢么?？]|什么|怎么|多少|哪|不知道|不清楚|随便/.test(folded))
    return undefined
  const words = options.map((option) => foldCharacters([option.label, ...option.aliases].join(' ')).toLowerCase())
  const shares = (part: string) => words.flatMap((text, at) => (text.includes(part) ? [at] : []))
  const characters = Array.from(folded.trim())
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
  const owners = (parts: readonly string[]) =>
    new Set(
      parts
        .map((part) => shares(part))
        .filter((at) => at.length === 1)
        .flat(),
    )
  const only = (parts: readonly string[]) => {
    const found = owners(parts)
    return found.size === 1 ? [...found][0] : undefined
  }
  const plain = /^\p{Script=Han}+$/u
  const byPair = only(pairs.filter((pair) => plain.test(pair) && !COMMON.test(pair)))
  const negated = NOT.test(folded)
  const single = characters.filter((character) => plain.test(character) && !COMMON.test(character))
  const bySingle = negated || characters.length > 6 ? undefined : only(single)
  const others = owners([...single, ...['自己', '本人'].filter((word) => folded.includes(word))])
  // 公司把我裁了: 公司 alone would say that it closed, and 裁 says otherwise.
  if (byPair !== undefined && [...others].some((other) => other !== byPair)) return undefined
  const at = byPair ?? bySingle
  const option = at === undefined ? undefined : options[at]
  return option === undefined ? undefined : { option, start: 0, end: folded.length, label: false, weak: true }
}
