import { allAsks } from '../guide.ts'
import type { Problem } from '../checks/problem.ts'
import type { StaffReading } from '../reading/read-staff-content.ts'
import { askedTwice } from './asked-twice.ts'
import type { AskedTwice } from './asked-twice.ts'
import { deadPoints, type DeadPoint } from './dead-points.ts'
import { guideCoverage } from './guide-coverage.ts'
import type { GuideCoverage } from './guide-coverage.ts'
import { missingEnglish } from './missing-english.ts'
import type { MissingEnglish } from './missing-english.ts'
import { nearDuplicates } from './near-duplicates.ts'
import type { NearDuplicate } from './near-duplicates.ts'
import { staleChecks, unprovenNumbers, unsourcedRules } from './open-numbers.ts'
import type { StaleCheck, UnprovenNumber, UnsourcedRule } from './open-numbers.ts'
import { deadGroups, thesaurusCollisions } from './thesaurus-entries.ts'
import type { Collision } from './thesaurus-entries.ts'

/** A question of a guide that leads to another one, or to none. */
export type StrayAsk = { readonly guide: string; readonly ask: string; readonly found: string | undefined }

/** The state of everything staff wrote. Only `problems` has to be put right; the rest is worth knowing. */
export type StaffReport = {
  readonly problems: readonly Problem[]
  readonly counts: Readonly<Record<string, number>>
  readonly coverage: readonly GuideCoverage[]
  readonly missingEnglish: readonly MissingEnglish[]
  readonly staleMonths: number
  readonly stale: readonly StaleCheck[]
  readonly unproven: readonly UnprovenNumber[]
  readonly unsourced: readonly UnsourcedRule[]
  readonly strayAsks: readonly StrayAsk[]
  readonly nearDuplicates: readonly NearDuplicate[]
  readonly askedTwice: readonly AskedTwice[]
  readonly collisions: readonly Collision[]
  readonly dead: readonly string[]
  readonly deadPoints: readonly DeadPoint[]
}

/**
 * Everything the report says of a reading.
 * @param find the guide that search gives first for a question; the library belongs to another room.
 */
export async function staffReport(
  { content, problems }: StaffReading,
  {
    today,
    staleMonths,
    find,
  }: {
    readonly today: string
    readonly staleMonths: number
    readonly find: (ask: string) => Promise<string | undefined>
  },
): Promise<StaffReport> {
  const strayAsks: StrayAsk[] = []
  for (const guide of content.guides.values()) {
    for (const ask of allAsks(guide)) {
      const found = await find(ask)
      if (found !== guide.id) strayAsks.push({ guide: guide.id, ask, found })
    }
  }
  return {
    problems,
    counts: {
      guides: content.guides.size,
      services: content.services.size,
      bundles: content.bundles.size,
      benefits: content.benefits.size,
      messages: content.messages.size,
      prompts: content.prompts.size,
      'synonym groups': content.thesaurus.groups.length,
    },
    coverage: guideCoverage(content.guides),
    missingEnglish: missingEnglish(content),
    staleMonths,
    stale: staleChecks(content.guides, today, staleMonths),
    unproven: unprovenNumbers(content.guides),
    unsourced: unsourcedRules(content),
    strayAsks,
    nearDuplicates: nearDuplicates(content.guides),
    askedTwice: askedTwice(content),
    collisions: thesaurusCollisions(content),
    dead: deadGroups(content),
    deadPoints: deadPoints(content.guides),
  }
}
