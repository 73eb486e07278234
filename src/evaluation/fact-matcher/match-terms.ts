import { writtenForm, type Clause } from './clauses.ts'
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

/** Whether all terms of one alternative stand together in a sentence or what it stands under. */
export function matchAnyOf(clauses: readonly Clause[], alternatives: readonly (readonly string[])[]): Finding {
  const sentences = [...Map.groupBy(clauses, ({ sentence }) => sentence).values()].map((group) =>
    [...(group[0]?.above ?? []), ...group.map(({ text }) => text)].join('，'),
  )
  const found = sentences.find((text) => alternatives.some((terms) => terms.every((term) => holdsTerm(text, term))))
  return found === undefined ? { verdict: 'missing', evidence: undefined } : { verdict: 'holds', evidence: found }
}

/** Whether every thing of a list is named by one of its synonyms, and not as something that is not needed. */
export function matchList(clauses: readonly Clause[], list: readonly (readonly string[])[]): Finding {
  const missed = list.filter(
    (synonyms) =>
      !clauses.some(({ text, above }, at) => {
        const named = synonyms.filter((term) => holdsTerm([...above, text].join('，'), term))
        if (named.length === 0) return false
        const said = isExcepted(text, named)
          ? (polarityOf(text, named) ?? exceptedFrom(clauses[at + 1]?.text ?? ''))
          : polarityOf(text, named)
        return said !== 'not_required'
      }),
  )
  return missed.length === 0
    ? { verdict: 'holds', evidence: list.map(([first]) => first).join('、') }
    : { verdict: 'missing', evidence: undefined }
}

function holdsTerm(text: string, term: string): boolean {
  return sameNames(writtenForm(term)).some((name) => names(text, name))
}

/** Every name that means the same as this one, itself among them. */
export function sameNames(term: string): readonly string[] {
  return SAME.find((group) => group.includes(term)) ?? [term]
}
