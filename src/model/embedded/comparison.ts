import { openingOf, parseUnits } from '../../language/index.ts'
import type { Call } from './agenda.ts'
import type { FoundPassage } from './answer.ts'
import { readPlainCase } from './boundaries.ts'
import { composeAnswers } from './compose.ts'
import type { SectionSlug } from './hear.ts'
import type { EngineStep } from './next-step.ts'
import { phrase } from './phrases.ts'
import type { DoneCall, Turn } from './read-prompt.ts'
import { foundGuide } from './resolve.ts'
import { wasSearched } from './search-results.ts'
import { namedServices, residueOf } from './subject.ts'
import type { Understanding } from './understand.ts'

const DIFFER =
  /区别|不同|不一样|差别|差异|有什么分别|哪个(?:更)?(?:好|快|便宜|划算|方便|简单|省事|合适)|\b(?:difference|compare|versus|vs|faster|cheaper)\b/
/** What of two matters is set side by side; a comparison of one thing shows that alone. */
const ROWS: readonly SectionSlug[] = ['who', 'time', 'fees']
const ONE: readonly (readonly [RegExp, SectionSlug])[] = [
  [/快|faster/, 'time'],
  [/便宜|划算|cheaper/, 'fees'],
]
const LONGEST_CELL = 90

/** Two matters set side by side, when the words ask how they differ; undefined when they do not, or the two cannot be told. */
export function compareTwo(turn: Turn, heard: Understanding): EngineStep | undefined {
  const { briefing, calls } = turn
  if (briefing.application !== undefined || !DIFFER.test(heard.plain)) return undefined
  // What the learnt ear hears in 哪个快 is no boundary once two matters are named; an order is.
  if (readPlainCase(heard.plain) !== undefined) return undefined
  const searches = matters(turn, heard.plain).map((query) => ({ query }))
  if (searches.length !== 2) return undefined
  const waiting = searches.filter((search) => !wasSearched(search, calls))
  if (waiting.length > 0) return { text: [], calls: waiting.map((input): Call => ({ tool: 'searchGuides', input })) }
  const guides = searches.flatMap((search) => foundGuide(search, calls) ?? [])
  const [one, other] = guides
  if (one === undefined || other === undefined || one.token === other.token) return undefined
  const unread = guides.filter(({ token }) => !isRead(token, calls))
  if (unread.length > 0)
    return { text: [], calls: unread.map(({ token }): Call => ({ tool: 'readGuide', input: { guide: token } })) }
  const passages = calls.flatMap((call) => call.passages?.passages ?? [])
  const own = sayingHow(passages, [one.title, other.title])
  if (own !== undefined) {
    const asked = { words: '', situations: new Set<string>(), signature: new Map<string, number>(), meant: [] }
    const quotes = [{ passage: own, extent: 'full' as const }]
    return { text: composeAnswers([{ quotes, asked, partial: false }], briefing.locale), calls: [] }
  }
  const text = table(passages, [one, other], rowsFor(heard.plain), briefing.locale)
  return text.length === 0 ? undefined : { text, calls: [] }
}

/** The two matters: both named, or one named beside the one spoken of, or the two spoken of last. */
function matters({ briefing }: Turn, plain: string): readonly string[] {
  const { lastGuide, formerGuide } = briefing
  const named = namedServices(plain, briefing)
  if (named.length > 1) return named.slice(0, 2).map(({ title }) => title)
  const [only] = named
  if (only !== undefined && namesPair(plain)) return []
  if (only !== undefined)
    return lastGuide === undefined || lastGuide.service === only.token ? [] : [lastGuide.title, only.title]
  return formerGuide === undefined || lastGuide === undefined ? [] : [formerGuide.title, lastGuide.title]
}

/** 个体户和公司哪个好办 names both of what is compared, be one of them no service: nothing spoken of before is meant. */
function namesPair(plain: string): boolean {
  const [, before = ''] = /^(.*?)(?:和|跟|与|同|还是|或者)(?=\p{Script=Han}{2})/u.exec(plain) ?? []
  return residueOf(before).length > 0
}

function isRead(token: string, calls: readonly DoneCall[]): boolean {
  return calls.some(({ tool, input }) => tool === 'readGuide' && input['guide'] === token)
}

function rowsFor(plain: string): readonly SectionSlug[] {
  const only = ONE.find(([words]) => words.test(plain))?.[1]
  return only === undefined ? ROWS : [only]
}

/** An item of 常见问题 in either guide whose question asks just that of both. */
function sayingHow(passages: readonly FoundPassage[], titles: readonly string[]): FoundPassage | undefined {
  return passages.find(({ section, heading, title }) => {
    if (section !== 'faq' || !DIFFER.test(heading)) return false
    const other = titles.find((each) => each !== title) ?? ''
    return pairsOf(heading).some((pair) => other.includes(pair) && !title.includes(pair))
  })
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)).filter((pair) =>
    /^\p{Script=Han}{2}$/u.test(pair),
  )
}

/** Markdown lines, each with the sections it rests on; the last cell is left open, so that the marks stand in it. */
function table(
  passages: readonly FoundPassage[],
  guides: readonly { readonly token: string; readonly title: string }[],
  rows: readonly SectionSlug[],
  locale: Turn['briefing']['locale'],
): string[] {
  const lines = rows.flatMap((section) => {
    const cells = guides.map(({ token }) =>
      passages.find((passage) => passage.guide === token && passage.section === section),
    )
    if (cells.every((cell) => cell === undefined)) return []
    const marks = cells.flatMap((cell) => (cell === undefined ? [] : [`[${cell.token}]`])).join('')
    const said = cells.map((cell) => (cell === undefined ? phrase('notSaid', locale) : conclusionOf(cell, locale)))
    return [`| ${phrase(`row-${section}` as 'row-who', locale)} | ${said.join(' | ')} ${marks}\n`]
  })
  if (lines.length === 0) return []
  return [
    `| | ${guides.map(({ title }) => title.replace(/（.*?）/gu, '')).join(' | ')} |\n`,
    `|---|---|---|\n`,
    ...lines,
  ]
}

/** The first sentence of a section, in one line. */
function conclusionOf(passage: FoundPassage, locale: Turn['briefing']['locale']): string {
  const { section, text, textEn, pointsEn } = passage
  const english = textEn ?? pointsEn?.[openingOf(section)]
  const [first] = parseUnits(locale === 'en' ? (english ?? text) : text)
  const line = (first?.text ?? '').replaceAll('**', '').replaceAll('|', '/')
  const [head = ''] = line.length > LONGEST_CELL ? line.split(/[；;]/u) : [line]
  return head.replaceAll(/[。；;！!？?](?=.)/gu, '，').replace(/[。；;.！!]+$/u, '')
}
