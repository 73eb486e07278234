import { writtenForm, type Clause } from './clauses.ts'
import { deniesTerm, saysNo } from './denied-term.ts'
import type { Finding } from './fact.ts'
import { exceptedFrom, isExcepted, polarityOf } from './polarity-of.ts'
import { names } from './names.ts'

/** Names that mean the same in every guide. The first stands for all. */
const SAME: readonly (readonly string[])[] = [
  ['派出所', '公安机关', '公安局'],
  ['户口簿', '户口本'],
  ['照片', '相片'],
  ['身份证', '居民身份证'],
  ['窗口', '现场'],
]

/**
 * Whether all terms of one alternative stand together in a sentence or what it stands under. Where the only alternatives
 * named are turned down (在闽政通上不能预约), the answer contradicts.
 */
export function matchAnyOf(clauses: readonly Clause[], alternatives: readonly (readonly string[])[]): Finding {
  let denied: string | undefined
  for (const group of Map.groupBy(clauses, ({ sentence }) => sentence).values()) {
    const above = group[0]?.above ?? []
    const text = [...above, ...group.map((clause) => clause.text)].join('，')
    const mainland = [...above, ...group.map((clause) => clause.mainland)].join('，')
    const named = alternatives.filter((terms) =>
      terms.every((term) => holdsTerm(text, term) || (mainland !== text && holdsTerm(mainland, term))),
    )
    if (named.some((terms) => !isTurnedDown(group, terms))) return { verdict: 'holds', evidence: text }
    if (named.length > 0) denied ??= text
  }
  return { verdict: denied === undefined ? 'missing' : 'contradicts', evidence: denied }
}

/** Whether a sentence turns down one of the terms wherever it names it. */
function isTurnedDown(sentence: readonly Clause[], terms: readonly string[]): boolean {
  if (terms.some(saysNo)) return false
  return terms.some((term) => {
    const naming = sentence.flatMap(
      ({ text, mainland }) => [text, mainland].find((words) => holdsTerm(words, term)) ?? [],
    )
    return naming.length > 0 && naming.every((words) => deniesTerm(words, sameNames(writtenForm(term))))
  })
}

/**
 * Whether every thing of a list is named by one of its synonyms, and not as something that is not needed. A thing that is
 * only named as not needed contradicts.
 */
export function matchList(clauses: readonly Clause[], list: readonly (readonly string[])[]): Finding {
  let missed = 0
  for (const synonyms of list) {
    const said = clauses.flatMap((clause, at) => saidOfThing(clause, clauses[at + 1], synonyms))
    if (said.some(({ needless }) => !needless)) continue
    const denied = said.find(({ itself }) => itself)
    if (denied !== undefined) return { verdict: 'contradicts', evidence: denied.text }
    missed += 1
  }
  return missed === 0
    ? { verdict: 'holds', evidence: list.map(([first]) => first).join('、') }
    : { verdict: 'missing', evidence: undefined }
}

const BRACKET = /[(（][^()（）]*[)）]/g

type SaidOfThing = { readonly text: string; readonly needless: boolean; readonly itself: boolean }

/** Whether a clause that names a thing, or stands under its name, calls it needless; nothing when it does not name it. */
function saidOfThing(
  { text: whole, above }: Clause,
  next: Clause | undefined,
  synonyms: readonly string[],
): SaidOfThing[] {
  // 照片（不需要彩色的）: what a bracket adds is of something else, unless it names the thing.
  const text = whole.replaceAll(BRACKET, (added) => (synonyms.some((term) => holdsTerm(added, term)) ? added : ''))
  const named = synonyms.filter((term) => holdsTerm([...above, text].join('，'), term))
  if (named.length === 0) return []
  const excepted = isExcepted(text, named)
  const said = polarityOf(text, named) ?? (excepted ? exceptedFrom(next?.text ?? '') : undefined)
  const denies =
    !excepted &&
    !named.some(saysNo) &&
    deniesTerm(
      text,
      named.flatMap((term) => sameNames(writtenForm(term))),
    )
  return [
    {
      text,
      needless: said === 'not_required' || denies,
      itself: !excepted && synonyms.some((term) => holdsTerm(text, term)),
    },
  ]
}

function holdsTerm(text: string, term: string): boolean {
  return sameNames(writtenForm(term)).some((name) => names(text, name))
}

/** Every name that means the same as this one, itself among them. */
export function sameNames(term: string): readonly string[] {
  return SAME.find((group) => group.includes(term)) ?? [term]
}
