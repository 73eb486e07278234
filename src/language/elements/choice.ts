import type { DataElement, ElementContext, ElementOption, Reading } from '../element.ts'
import { normalise } from '../normal-form.ts'
import { readNumeral } from '../numeral.ts'
import { foldCharacters } from '../script.ts'
import { negatesNone, NOT, TAKES_BACK, withoutDenials } from './choice-denials.ts'
import { optionByEnglishWords } from './english-answer.ts'
import { readRelation } from './relation.ts'

type Hit = { readonly option: ElementOption; readonly start: number; readonly end: number; readonly label: boolean }

/** 选项: option id, by its label, an alias, its number (第2个), or a label that contains the bare answer. */
export const choice: DataElement = {
  id: 'choice',
  label: '选项',
  secret: false,
  read: readChoices,
  check: (value, context) => {
    const options = context.options ?? []
    const exact = options.find(({ id }) => id === value)
    if (exact !== undefined) return { ok: true, value: exact.id }
    const read = readChoices(value, { ...context, asked: true })[0]
    if (read !== undefined) return { ok: true, value: read.value }
    return { ok: false, problem: `请从这几项里选一项：${options.map(({ label }) => label).join('、')}。` }
  },
  show: (value, context) => context.options?.find(({ id }) => id === value)?.label ?? value,
}

function readChoices(text: string, context: ElementContext): Reading[] {
  const options = context.options ?? []
  const folded = foldCharacters(text).toLowerCase()
  const related =
    context.asked === true && /关系/.test(context.labels?.join() ?? '')
      ? readRelation(folded, options, context.ask ?? '')
      : undefined
  if (related !== undefined) return [readingOf(text, { ...related, label: false }, 0.9)]
  if (HALVES.test(folded)) return []
  const hits = longestHits(folded, options).filter((hit) => !isNegated(folded, hit.start))
  const joint = jointOption(folded, hits, options)
  if (joint !== undefined) return [readingOf(text, joint, context.asked === true ? 0.9 : 0.7)]
  if (hits.length > 0) {
    // Two options at once, unasked: which one is meant only the citizen can tell.
    const torn = context.asked !== true && hits.some(({ option }) => option !== hits[0]?.option)
    return hits.map((hit) => readingOf(text, hit, torn ? 0.5 : confidenceOf(folded, hit, context)))
  }
  if (context.asked !== true) return []
  const said = withoutDenials(folded)
  const named = negatesNone(said, options)
  const single =
    byNumber(folded, options) ??
    (TAKES_BACK.test(folded) ? undefined : byPart(said, named)) ??
    byEnglishWords(folded, options) ??
    byParted(said, named) ??
    (TAKES_BACK.test(folded) ? undefined : byOwnWords(said, named))
  return single === undefined ? [] : [readingOf(text, single, 0.8)]
}

/** 一半公积金一半商贷: a mixture, and none of its parts. */
const HALVES = /(?:一半|一部分|有的|有些)(\S{1,10})(?:一半|一部分|有的|有些)\S/

/** 香港澳门都去 names two options, and the one that holds both (香港和澳门) is meant. */
function jointOption(folded: string, hits: readonly Hit[], options: readonly ElementOption[]): Hit | undefined {
  const [first] = hits
  const last = hits.at(-1)
  const named = new Set(hits.map(({ option }) => option))
  if (first === undefined || last === undefined || named.size < 2) return undefined
  const joint = options.find(
    (option) =>
      !named.has(option) &&
      ([...named].every(({ label }) => option.label.includes(label)) ||
        hits.every(({ start, end }) => option.label.includes(folded.slice(start, end)))),
  )
  return joint === undefined ? undefined : { option: joint, start: first.start, end: last.end, label: false }
}

function readingOf(text: string, hit: Hit, confidence: number): Reading {
  return { value: hit.option.id, text: text.slice(hit.start, hit.end), start: hit.start, end: hit.end, confidence }
}

function confidenceOf(folded: string, hit: Hit, context: ElementContext): number {
  const whole = folded.replaceAll(/[\s，,。！!的是吧啊呀我]/g, '').length <= hit.end - hit.start + 1
  if (context.asked === true) return whole ? 1 : hit.label ? 0.9 : 0.8
  return hit.label && hit.end - hit.start >= 3 ? 0.7 : 0.6
}

/** Labels and aliases found in the text; where two overlap, the longer. */
function longestHits(folded: string, options: readonly ElementOption[]): Hit[] {
  const hits: Hit[] = []
  for (const option of options) {
    for (const [index, word] of [option.label, ...option.aliases].entries()) {
      const needle = foldCharacters(word).toLowerCase()
      if (needle === '') continue
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
        if (!standsAlone(folded, at, needle)) continue
        hits.push({ option, start: at, end: at + needle.length, label: index === 0 })
      }
    }
  }
  const taken = new Uint8Array(folded.length)
  const longest: Hit[] = []
  for (const hit of hits.toSorted(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start,
  )) {
    if (taken[hit.start] === 1 || taken[hit.end - 1] === 1) continue
    taken.fill(1, hit.start, hit.end)
    longest.push(hit)
  }
  return longest.sort((one, other) => one.start - other.start)
}

/** A single character (男, 是) counts only as a clause of its own; a Latin word only whole. */
function standsAlone(folded: string, at: number, needle: string): boolean {
  const before = folded.charAt(at - 1)
  const after = folded.charAt(at + needle.length)
  if (/^[a-z0-9 ]+$/.test(needle)) return !/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)
  if (needle.length > 1) return true
  return /^$|[\s，,。；;：:是的选]/.test(before) && /^$|[\s，,。；;！!的性吧啊，]/.test(after)
}

const NEGATION =
  /(?:不是|并非|不想要?|不要|不选|不算|没有?|别|非|不属于|不用|而不是|不|未)(?:去|来|为了?|因为|要|办|选|在|申请|[租住买开做用])?$/

function isNegated(folded: string, start: number): boolean {
  return NEGATION.test(folded.slice(Math.max(0, start - 8), start))
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
  return option === undefined ? undefined : { option, start: 0, end: folded.length, label: false }
}
