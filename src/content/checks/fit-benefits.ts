import { Benefit } from '../benefit.ts'
import type { ProfileField } from '../benefit.ts'
import type { ConditionField } from '../condition.ts'
import type { KnownFiles } from '../reading/known-files.ts'
import { matchBenefit, renderBenefit } from './match-benefit.ts'
import type { Problem } from './problem.ts'
import { readNamed } from '../reading/read-named.ts'

/** Reads the benefits. One with a mistake, or over a guide or form with one, is left out of the map. */
export function fitBenefits(
  files: readonly { readonly file: string; readonly text: string }[],
  profile: ReadonlyMap<string, ProfileField>,
  known: KnownFiles,
): { benefits: ReadonlyMap<string, Benefit>; problems: readonly Problem[] } {
  const benefits = new Map<string, Benefit>()
  const problems: Problem[] = []
  const fields: readonly ConditionField[] = [...profile.values()]
  for (const { file, text } of files) {
    const { source, value, problems: own } = readNamed(file, text, Benefit)
    problems.push(...own)
    // A profile that cannot be read is told of by itself; every condition here would only echo that.
    if (value === undefined || fields.length === 0) continue
    const found = matchBenefit(value, fields, known, source)
    problems.push(...found)
    const guide = known.guides.get(value.guide)
    const claimable = value.service === undefined || known.services.has(value.service)
    if (own.length + found.length === 0 && guide !== undefined && claimable)
      benefits.set(value.id, renderBenefit(value, guide))
  }
  return { benefits, problems }
}
