import type { Condition } from '../../content/index.ts'
import type { Material } from '../../content/service.ts'
import type { EligibilityFinding } from '../application.ts'
import { fieldStates, knownValues, type FieldState, type KeptValues } from '../forms/applicable-fields.ts'
import { withoutClosed } from '../bundles/without-closed.ts'
import { closesTheWay, judgeEligibility, partsOut } from '../forms/eligibility.ts'
import { FEE_AT_WINDOW } from '../forms/fee-text.ts'
import type { BundlePart, FieldValues, Form } from '../forms/form.ts'
import type { Attached } from '../materials/attached.ts'
import { isMissing, materialLine, type MaterialLine } from '../materials/material-line.ts'

/** Where an application stands under its form: everything that follows from the values, nothing that is stored. */
export type Standing = {
  /** Every field with whether it applies, in the order of asking. */
  readonly states: readonly FieldState[]
  /** The fields that apply. */
  readonly applying: readonly FieldState[]
  /** Required fields that lack a good value, in the order of asking. */
  readonly pending: readonly string[]
  /** Values kept from earlier that no longer pass the field's check. */
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  readonly eligibility: readonly EligibilityFinding[]
  /** Fields whose answers would decide the eligibility rules still open. */
  readonly undecidedBy: readonly string[]
  readonly materials: readonly Material[]
  /** The same materials with what was attached to each. */
  readonly papers: readonly MaterialLine[]
  /** The identity number of whom each of them is about, where it is known. */
  readonly holders: readonly (string | undefined)[]
  /** In a bundle: the parts that are not filed. */
  readonly closed: ReadonlySet<BundlePart>
  readonly fee: string
  /** True when it may be reviewed and submitted. */
  readonly complete: boolean
}

/** Works out where an application with these kept values stands on `today` (`YYYY-MM-DD`, Asia/Shanghai). */
export function standingOf(form: Form, kept: KeptValues, today: string, attached: readonly Attached[] = []): Standing {
  const all = fieldStates(form, kept, today)
  const closed = partsOut(form.parts ?? [], judgeEligibility(form, all, today).findings, knownValues(all), today)
  const states = withoutClosed(form, all, closed)
  const applying = states.filter(({ applies }) => applies === true)
  const problems = applying.flatMap(({ field, problem }) =>
    problem === undefined ? [] : [{ field: field.field.id, message: problem }],
  )
  const { findings, undecidedBy } = judgeEligibility(form, states, today)
  const values = knownValues(states)
  const pending = form.asks === undefined ? pendingOf(applying) : form.asks(values, today)
  const silent = new Set([...closed].map(({ id }) => id))
  const wanted = form.materials.filter(
    ({ when, part }) =>
      (part === undefined || !silent.has(part)) && (when === undefined || when.evaluate(values, today) === true),
  )
  const people = wanted.map(({ person }) => person?.(values, today) ?? values)
  const materials = wanted.map(({ material, relieved, ofApplicant }) => {
    const holds = (when: Condition | undefined) => when === undefined || when.evaluate(values, today) === true
    const { relief, ...unrelieved } = material
    return {
      ...unrelieved,
      ...(relief !== undefined && holds(relieved) && { relief }),
      satisfiedBy: holds(ofApplicant) ? material.satisfiedBy : [],
    }
  })
  const papers = materials.map((material, at) =>
    materialLine(material, attached, { values: people[at] ?? values, today, words: form.words }),
  )
  return {
    states,
    applying,
    pending,
    problems,
    eligibility: findings,
    undecidedBy,
    materials,
    papers,
    closed,
    holders: people.map(({ citizenId }) => citizenId),
    fee: feeOf(form, values, today),
    complete:
      form.asks === undefined &&
      pending.length === 0 &&
      problems.length === 0 &&
      !findings.some(closesTheWay) &&
      !papers.some(isMissing),
  }
}

/** A field that will be worked out from one still to be asked is not asked itself. */
function pendingOf(applying: readonly FieldState[]): string[] {
  const lacking = applying
    .filter(({ field, known, problem }) => field.field.required && (known === undefined || problem !== undefined))
    .map(({ field }) => field.field)
  const ids = new Set(lacking.map(({ id }) => id))
  return lacking.filter(({ derive }) => derive === undefined || !ids.has(derive.from)).map(({ id }) => id)
}

/** The first entry that holds decides; while an earlier one is open no amount is named. */
function feeOf(form: Form, values: FieldValues, today: string): string {
  for (const { text, when } of form.fees) {
    const holds = when === undefined || when.evaluate(values, today)
    if (holds === 'unknown') return form.words.fee(FEE_AT_WINDOW)
    if (holds) return text
  }
  return form.words.fee(FEE_AT_WINDOW)
}
