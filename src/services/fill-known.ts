import type { KeptValues } from './applicable-fields.ts'
import type { GivenValue } from './application.ts'
import type { SignedIn } from './citizen-desk.ts'
import { decideFill, type FillDecision } from './fill.ts'
import type { Form } from './form.ts'
import { identityValues, whomAbout } from './identity-values.ts'

type Known = { readonly citizen: SignedIn | undefined; readonly today: string }

/**
 * Fills given values into a form, and after them what signing in tells of the citizen: once it is known whom the form is about. When that
 * turns out to be another person, what the city told of the citizen herself leaves the draft; `left` says whether anything did.
 */
export function fillKnown(
  form: Form,
  kept: KeptValues,
  given: Readonly<Record<string, GivenValue>>,
  { citizen, today }: Known,
): FillDecision & { readonly left: boolean } {
  const said = decideFill(form, kept, given, today)
  if (citizen === undefined) return { ...said, left: false }
  const stays = aboutAnother(form, said.kept, { citizen, today })
  const vouched = Object.entries(identityValues(form, citizen, stays, today)).filter(([id]) => !stays.has(id))
  const known = decideFill(form, stays, Object.fromEntries(vouched), today)
  return {
    kept: known.kept,
    altered: new Map([...said.altered, ...known.altered]),
    accepted: [...said.accepted, ...known.accepted],
    // What the city spells otherwise than the field takes is asked for as if nobody knew it.
    rejected: said.rejected,
    changed: [...said.changed, ...known.changed],
    left: stays.size < said.kept.size,
  }
}

/** The values that stay: of another person the city tells the citizen nothing. */
function aboutAnother(form: Form, kept: KeptValues, { citizen, today }: Known): KeptValues {
  if (form.oneself === undefined || whomAbout(form, kept, today) !== 'another') return kept
  const hers = new Set(citizen === undefined ? [] : Object.keys(identityValues(form, citizen, kept, today)))
  return new Map([...kept].filter(([id, { provenance }]) => provenance.kind !== 'registry' || hers.has(id)))
}
