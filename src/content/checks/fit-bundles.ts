import { Bundle } from '../bundle.ts'
import { checkBundle } from './check-bundle.ts'
import type { KnownFiles } from '../reading/known-files.ts'
import { matchBundle, renderBundle } from './match-bundle.ts'
import type { Problem } from './problem.ts'
import { readNamed } from '../reading/read-named.ts'

/** Reads the bundles. One with a mistake, or over a guide or form with one, is left out of the map. */
export function fitBundles(
  files: readonly { readonly file: string; readonly text: string }[],
  known: KnownFiles,
): { bundles: ReadonlyMap<string, Bundle>; problems: readonly Problem[] } {
  const bundles = new Map<string, Bundle>()
  const problems: Problem[] = []
  for (const { file, text } of files) {
    const { source, value, problems: own } = readNamed(file, text, Bundle)
    problems.push(...own)
    if (value === undefined) continue
    const found = [...checkBundle(value, source), ...matchBundle(value, known, source)]
    problems.push(...found)
    if (own.length + found.length === 0 && restsOnSoundFiles(value, known))
      bundles.set(value.id, renderBundle(value, known))
  }
  return { bundles, problems }
}

function restsOnSoundFiles({ guide, steps }: Bundle, { guides, services }: KnownFiles): boolean {
  return (
    guides.has(guide) &&
    steps.every((step) => (step.service === undefined ? guides.has(step.guide ?? '') : services.has(step.service)))
  )
}
