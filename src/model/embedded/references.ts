import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import { namedService } from './subject.ts'

const NUMERALS = '一二三四五六七八九十'
const ENGLISH_NUMERALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

/** 上面说的第二个材料, 第三步, the second document. */
const ORDINAL =
  /(?:上面|刚才|前面|刚刚|之前)?(?:你|您)?(?:说|讲|提到|列|写)?(?:的)?第([一二三四五六七八九十]|\d{1,2})(?:个|样|种|项|条|份)?(材料|资料|东西|证件|文件|步骤|步|情形|情况)?/
const ENGLISH_ORDINAL = /\bthe (first|second|third|fourth|fifth|sixth) (?:document|paper|item|thing|step|one)\b/
const FORMER =
  /前面那[个件]|之前那[个件]|上一[个件](?:事|事项)?|前一[个件]|先前那[个件]|刚才(?:第一个|先问的)那?[个件]?|头一[个件]事?|\bthe (?:former|previous|first) (?:one|matter)\b/
const BOTH = /它们?俩|他们俩|[这那]?两[个件样](?:事|证|都)?|[这那]俩|二者|两者|\bboth(?: of them)?\b/
/** 和港澳通行证两个一起办: one matter is named, the other is the one spoken of. */
const TOGETHER =
  /^(?:那|如果|要是)?(?:和|跟|同|与|连)(.{2,14}?)(?:这?两[个件样]|俩)?(?:都|能不能|可以|能)?(?:一起|一块儿?|同时|一并)(?:办|申请|弄)?(?:理)?(.*)$/

/** How a paper is had again is no matter of the guide that asks for it: its own words about loss are of something else. */
const LOST = /丢|遗失|弄没|不见了|没了|找不到|过期|没有怎么办|\b(?:lost|lose|expired)\b/u
const WHICH = /是(?:啥|什么|哪个)|指(?:啥|什么)|什么意思|\bwhat (?:is|about)\b/u

/** The citizen's words with what they point back to in its place: an item of the last answer, the matter before this one, or both. */
export function withReferences(turn: Turn): Turn {
  const { application, lastGuide, lastChoices } = turn.briefing
  if (application !== undefined || lastGuide === undefined || lastChoices.length > 0) return turn
  const meant = resolve(plainWords(turn.words), turn)
  return meant === undefined ? turn : { ...turn, ...meant }
}

function resolve(words: string, { briefing, answered }: Turn): Pick<Turn, 'words' | 'within' | 'beside'> | undefined {
  const { lastGuide, formerGuide } = briefing
  if (lastGuide === undefined) return undefined
  const here = nameOf(lastGuide, briefing)
  const [, other, asked = ''] = TOGETHER.exec(words) ?? []
  const named = other === undefined ? undefined : namedService(other, briefing)
  if (named !== undefined && named.token !== lastGuide.service) {
    // Who wants both done at once wants to know first whether they are done in one place.
    const question = hear(asked).sections.length > 0 ? asked : '去哪办'
    return { words: `${here}${question}，${named.name}${question}` }
  }
  if (formerGuide !== undefined) {
    const former = nameOf(formerGuide, briefing)
    if (FORMER.test(words)) return { words: words.replace(FORMER, former) }
    if (BOTH.test(words)) {
      const question = words.replace(BOTH, '').replace(/^[那的]|都/gu, '')
      return { words: `${former}${question}，${here}${question}` }
    }
  }
  const pointed = ORDINAL.exec(words)
  const english = pointed === null ? ENGLISH_ORDINAL.exec(words) : null
  const at = pointed === null ? ENGLISH_NUMERALS.indexOf(english?.[1] ?? '') + 1 : numberOf(pointed[1] ?? '')
  const item = at < 1 ? undefined : itemOf(answered, at, pointed?.[2])
  if (item === undefined) return undefined
  if (LOST.test(words)) return { words: `要带${item}吗`, within: true, beside: true }
  if (WHICH.test(words)) return { words: `要带${item}吗`, within: true }
  return { words: words.replace(pointed === null ? ENGLISH_ORDINAL : ORDINAL, item), within: true }
}

/** What people call the matter of a guide. */
function nameOf(
  guide: { readonly title: string; readonly service?: string | undefined },
  { services }: Turn['briefing'],
): string {
  const service = services.find(({ token }) => token === guide.service)
  return plainWords(service?.aliases[0] ?? guide.title)
}

function numberOf(numeral: string): number {
  return /\d/.test(numeral) ? Number(numeral) : NUMERALS.indexOf(numeral) + 1
}

/** The item with that number: of the papers listed in a sentence, or of the lines of the answer. */
function itemOf(answer: string, at: number, kind: string | undefined): string | undefined {
  const steps = linesOf(answer).filter((line) => /^第.步/u.test(line))
  if (kind?.startsWith('步') === true) return steps[at - 1]
  const lines = linesOf(answer)
  const papers = listedIn(answer)
  const wanted = kind === undefined || /步|情/u.test(kind) ? [lines, papers] : [papers, lines]
  return wanted.find((items) => items.length >= Math.max(2, at))?.[at - 1]
}

const LINE = /^\s*(?:[-*]|\d+[.、])\s+(?:\*\*(.{1,40}?)\*\*|([^，。：；:,;]{1,30}))/gmu

function linesOf(answer: string): readonly string[] {
  return Array.from(answer.matchAll(LINE), ([, label, opening]) => (label ?? opening ?? '').trim())
}

/** The things that a sentence lists: 居民身份证、户口簿、近期免冠照片和申请事由的材料. */
function listedIn(answer: string): readonly string[] {
  const bare = answer.replaceAll(/\[\d+\]|\*\*/gu, '')
  const lists = bare.split(/[。；;\n]/u).flatMap((sentence) => sentence.split(/[，,：:](?=[^、]*、)|(?<=、[^，]*)，/u))
  if (!/\p{Script=Han}/u.test(bare)) return listedInEnglish(bare)
  const longest = lists
    .map((list) => list.split(/、|(?<=、[^、]*)(?:和|以及|或者)/u))
    .toSorted((one, other) => other.length - one.length)[0]
  if (longest === undefined || longest.length < 2) return []
  return longest.map((item) =>
    item.replace(/^.*?(?:要带|需带|带|交|备好|提供|提交)(?:上|齐)?(?:本人)?|(?:等)?(?:的)?(?:相关)?材料$/u, '').trim(),
  )
}

function listedInEnglish(answer: string): readonly string[] {
  const list = answer.split(/[.;:]/).toSorted((one, other) => other.split(',').length - one.split(',').length)[0] ?? ''
  const items = list.split(/,\s*(?:and |or )?/)
  return items.length < 2
    ? []
    : items.map((item) => item.replace(/^.*\bbring\b|^\s*(?:your|the|an?)\b|\band .*$/g, '').trim())
}
