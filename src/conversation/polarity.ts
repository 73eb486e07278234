import { documentsIn, statesDocument } from './document-names.ts'
import type { SaidLine } from './said-line.ts'

const NOT_NEEDED = /不再?需要?|无需|不用|不必|不要|免交|免提交|免于|不再要/u
const NEEDED = /需要?|须|应当|必须|要带|提交|提供|携带/u

/**
 * Whether a clause turns the guide round on a document: says it is not needed where every line that speaks of it asks
 * for it, or the reverse.
 */
export function contradictsPolarity(clause: string, lines: readonly SaidLine[]): boolean {
  const clauses = lines.flatMap(({ text }) => text.split(/[，,；;]/u))
  return documentsIn(clause).some((name) => {
    const speaking = clauses.filter((own) => statesDocument(own, name))
    if (speaking.length === 0) return false
    if (NOT_NEEDED.test(clause)) return speaking.every((own) => !NOT_NEEDED.test(own))
    if (NEEDED.test(clause)) return speaking.every((own) => NOT_NEEDED.test(own))
    return false
  })
}
