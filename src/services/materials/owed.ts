import type { ApplicationStatus } from '../application.ts'
import type { Filed } from '../kept/application-event.ts'
import type { Application } from '../kept/stored-application.ts'
import { isDecided } from '../transitions.ts'
import { addDays, shanghaiDate } from '../cases/working-days.ts'

/** A material of a filed case that may come later (容缺受理). `givenAt` is epoch milliseconds, null while it is owed. */
export type Owed = {
  readonly material: string
  readonly label: string
  /** Null: as soon as can be, the department says by when. */
  readonly dueBy: string | null
  readonly givenAt: number | null
}

/** What the citizen said she would hand in later, and what of it she has. */
export function owedBy(
  { attached, submittedAt }: Pick<Application, 'attached' | 'submittedAt'>,
  filed: Filed | undefined,
): readonly Owed[] {
  if (filed === undefined || submittedAt === null) return []
  return filed.materials.flatMap(({ id, label, state, relief }) => {
    if (state !== 'later' || relief === null) return []
    const dueBy = relief.days === null ? null : addDays(shanghaiDate(submittedAt), relief.days)
    const given = attached.find(({ kind, material, at }) => kind === 'file' && material === id && at >= submittedAt)
    return [{ material: id, label, dueBy, givenAt: given?.at ?? null }]
  })
}

/** True while a case waits for what comes later. */
export function mayHandIn(status: ApplicationStatus): boolean {
  return !isDecided(status) && status !== 'withdrawn' && status !== 'returned'
}

/** The citizen is reminded this many days before the last day. */
const REMINDED_DAYS = 3

/** The reminders due by `today`, each of them once; what was handed in before its reminder has none. */
export function remindersOf(
  owed: readonly Owed[],
  today: string,
  say: (label: string, day: string) => string,
): readonly { readonly at: string; readonly text: string }[] {
  return owed.flatMap(({ label, dueBy, givenAt }) => {
    if (dueBy === null) return []
    const on = addDays(dueBy, -REMINDED_DAYS)
    if (today < on || (givenAt !== null && shanghaiDate(givenAt) < on)) return []
    return [
      {
        at: `${on}T00:00:00.000+08:00`,
        text: say(label, dueBy),
      },
    ]
  })
}
