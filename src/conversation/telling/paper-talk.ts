import type { ApplicationView } from '../../services/index.ts'
import type { Speech } from '../speech.ts'

type Material = ApplicationView['materials'][number]
type File = Material['files'][number]

/** A file that was just handed in, by its id, beside those before it. `ready`: nothing keeps the form from its review now. */
export type Upload = { readonly file: string; readonly materials: readonly Material[]; readonly ready: boolean }

/** A material as the review names it: what it is, and how it is given where it is not simply brought. */
export function paperLine(say: Speech, { label, state, files }: Material): string {
  if (state === 'bring' || state === 'missing') return label
  const found = files.flatMap((file) => findingsOf(say, file))
  const checked = files.some(({ check }) => check === 'not-checked') ? [say('paper-unchecked-short')] : []
  const how = [say(`paper-${state}`), ...(found.length > 0 ? found : state === 'uploaded' ? checked : [])]
  return say('paper-line', { label, how: say.clauses(how) })
}

/**
 * What was found in the papers of an application, every defect of every file at once; a file that was looked at and agrees, or
 * was not looked at, only where it is `newest`. Empty where there is nothing to say.
 */
export function paperTalk(say: Speech, materials: readonly Material[], newest?: string): string[] {
  // No file by its name: that is anybody's words, and a model reads what is said here.
  const files = materials.flatMap(({ label, files: own }) =>
    own.map((file, at) => ({
      label: own.length === 1 ? label : say('paper-nth', { label, nth: String(at + 1) }),
      file,
    })),
  )
  const lines = files.flatMap(({ label, file }) => {
    const found = findingsOf(say, file)
    if (found.length > 0) return [say('paper-defects', { label, findings: say.clauses(found) })]
    if (file.id !== newest) return []
    return [say(file.check === 'agrees' ? 'paper-agrees' : 'paper-not-checked', { label })]
  })
  const defective = files.some(({ file }) => file.findings.length > 0)
  const read = files.some(({ file }) => file.read === 'recognised' && file.findings.length > 0)
  return [...lines, ...(read ? [say('paper-recognised')] : []), ...(defective ? [say('paper-defects-then')] : [])]
}

/** The material that a file was handed in for. */
export function labelOf({ file, materials }: Upload): string {
  return materials.find(({ files }) => files.some(({ id }) => id === file))?.label ?? ''
}

/** What was found in a file that was just handed in, and in those before it; then what is still to be uploaded. */
export function uploadTalk(say: Speech, { file, materials, ready }: Upload): string {
  const missing = materials.filter(({ state }) => state === 'missing').map(({ label }) => label)
  const next =
    missing.length > 0
      ? [say('materials-still-missing', { materials: say.list(missing) })]
      : ready
        ? [say('materials-complete')]
        : []
  return [...paperTalk(say, materials, file), ...next].join('\n')
}

function findingsOf(say: Speech, { findings }: File): string[] {
  return findings.map((finding) => say(`paper-${finding}`))
}
