import { readAct, readQuestionTypes } from '../../language/index.ts'
import type { PassagesResult } from '../tool-contract.ts'

/** Slugs of a guide's sections. */
export type SectionSlug = PassagesResult['passages'][number]['section']

/** A conversational act, as the ear names it. */
export type Act = ReturnType<typeof readAct>[number]['act']

/** What a clause asks about, in the citizen's order, and which acts it performs. */
export type Heard = { readonly sections: readonly SectionSlug[]; readonly acts: readonly Act[] }

/** Listens to one clause. */
export function hear(clause: string): Heard {
  const types = [...readQuestionTypes(clause)].sort((a, b) => a.start - b.start)
  return {
    sections: [...new Set(types.map(({ section }) => section))],
    acts: [...new Set(readAct(clause).map(({ act }) => act))],
  }
}
