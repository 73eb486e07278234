import type { GivenValue, Provenance } from '../application.ts'
import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Form } from './form.ts'
import { standingOf } from '../drafts/standing.ts'
import { requireForm } from '../drafts/show-draft.ts'
import { shanghaiDate } from '../cases/working-days.ts'

const UNRECORDED: Provenance = { kind: 'citizen', detail: '问询时说的' }

/** Judges the eligibility rules of a service on values that nobody keeps; ages on the day of the clock. */
export function checkEligibility(
  tools: Pick<CounterTools, 'form' | 'spoken' | 'words' | 'clock'>,
  service: string,
  values: Readonly<Record<string, string>>,
): ReturnType<Counter['checkEligibility']> {
  const form = tools.spoken(requireForm(tools, service))
  const today = shanghaiDate(tools.clock())
  const standing = standingOf(form, soundValues(form, values, today), today)
  return {
    findings: standing.eligibility,
    unknown: standing.undecidedBy.map((id) => ({ field: id, ask: form.byId.get(id)?.field.ask ?? '' })),
  }
}

/** Values that pass their field's check; what does not pass counts as not known. */
function soundValues(form: Form, values: Readonly<Record<string, string>>, today: string): Map<string, GivenValue> {
  return new Map(
    Object.entries(values).flatMap(([id, value]) => {
      const checked = form.byId.get(id)?.check(value, today)
      return checked?.ok === true ? [[id, { value: checked.value, provenance: UNRECORDED }] as const] : []
    }),
  )
}
