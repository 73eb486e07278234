import type { Filing } from '../../city/approval.ts'
import { addDays } from '../cases/working-days.ts'
import type { MaterialLine } from './material-line.ts'

/**
 * A material as the approval system receives it: a paper that is brought is named, what was attached is described. One that
 * comes later brings its last day, counted from `today`, the day of submission.
 */
export function filedMaterial(
  { id, label, state, files, certificate, relief }: MaterialLine,
  today: string,
): Filing['materials'][number] {
  const excused = state === 'later' || state === 'promised'
  return {
    id,
    label,
    ...(files.length === 0 && certificate === null && !excused ? {} : { state }),
    ...(files.length === 0 ? {} : { files }),
    ...(certificate === null ? {} : { certificate: certificate.detail }),
    ...(relief === null || !excused
      ? {}
      : { relief: { as: relief.as, dueBy: relief.days === null ? null : addDays(today, relief.days) } }),
  }
}
