import type { Filing } from '../../city/approval.ts'
import type { MaterialLine } from './material-line.ts'

/** A material as the approval system receives it: a paper that is brought is named, what was attached is described. */
export function filedMaterial({ id, label, state, files, certificate }: MaterialLine): Filing['materials'][number] {
  return {
    id,
    label,
    ...(files.length === 0 && certificate === null ? {} : { state }),
    ...(files.length === 0 ? {} : { files }),
    ...(certificate === null ? {} : { certificate: certificate.detail }),
  }
}
