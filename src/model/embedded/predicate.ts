import { hear, type SectionSlug } from './hear.ts'
import { timesAsked, type TimeKind } from './time-kinds.ts'

/** What a question wants to hear of its matter: a kind of time, whether something may be, or what a section tells. */
export type Predicate = TimeKind | Exclude<SectionSlug, 'time'> | 'whether' | 'use' | 'size' | 'hours'

const WHETHER =
  /[吗嘛么]|[不没]$|能不能|可不可以|要不要|是不是|行不|可以不|用不用|得不得|有没有|会不会|算不算|\b(?:can|do|does|is|are|must)\b/iu
const USE = /有(?:什么|啥)(?:用|好处)|能(?:干|做|用来)(?:嘛|什么|啥)|(?:干|做)(?:嘛|什么|啥)用|what.{0,10}\bfor\b/iu
const SIZE = /几寸|多大(?:尺寸)?的?照片|尺寸/u
const HOURS = /几点|周[末六日]|星期[六天日]|节假日|[开关]门|上班时间|opening hours/iu

/** The predicates of a question in plain words; 怎么办 alone asks for none in particular. */
export function predicateOf(question: string): ReadonlySet<Predicate> {
  const { sections } = hear(question)
  const found = new Set<Predicate>(timesAsked(question))
  for (const section of sections) if (section !== 'time' && section !== 'how') found.add(section)
  if (WHETHER.test(question)) found.add('whether')
  if (USE.test(question)) found.add('use')
  if (SIZE.test(question)) found.add('size')
  if (HOURS.test(question)) found.add('hours')
  return found
}

/** How far two questions ask the same of their matters, 0..1; one that asks nothing in particular goes with any. */
export function samePredicate(one: ReadonlySet<Predicate>, other: ReadonlySet<Predicate>): number {
  if (one.size === 0 || other.size === 0) return one.size === other.size ? 1 : 0.5
  const shared = [...one].filter((each) => other.has(each)).length
  return shared / (one.size + other.size - shared)
}
