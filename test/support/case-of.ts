import type { CaseView } from '../../src/wire.ts'
import type { Citizen } from './citizen.ts'

/** The first case of a citizen's conversation, as she sees it. @throws Error when she has none. */
export async function caseOf(citizen: Citizen): Promise<CaseView> {
  const view = (await (await citizen.call('GET', `/api/conversations/${citizen.id}`)).json()) as { cases: CaseView[] }
  const [first] = view.cases
  if (first === undefined) throw new Error('no case')
  return first
}
