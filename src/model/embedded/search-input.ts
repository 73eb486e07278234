import type { z } from 'zod'
import type { ToolInputs } from '../tool-contract.ts'

export type SearchInput = z.input<typeof ToolInputs.searchGuides>

const LONGEST_QUERY = 500

/** The search tells by itself which section is asked for, and has learnt more of it than the pattern of a question shows. */
export function searchFor(query: string, guide?: string): SearchInput {
  return { query: query.slice(0, LONGEST_QUERY), ...(guide === undefined ? {} : { guide }) }
}
