import { checkService } from './check-service.ts'
import type { Guide } from '../guide.ts'
import { matchService, renderService } from './match-service.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import type { GuideReading } from '../reading/read-guide.ts'
import type { ServiceReading } from '../reading/read-service.ts'
import type { Service } from '../service.ts'

/** Compares the forms with their guides, adding what is wrong to `problems`. A form with a mistake, or over such a guide, is left out. */
export function fitServices(
  forms: readonly (ServiceReading & { file: string })[],
  readings: readonly { file: string }[],
  guides: ReadonlyMap<string, Guide>,
  problems: Problem[],
): Map<string, Service> {
  const services = new Map<string, Service>()
  const written = readings.map(({ file }) => file.replace(/^.*\/|\.md$/g, ''))
  for (const { service, source, problems: own } of forms) {
    if (service === undefined) continue
    const found = checkService(service, source)
    const guide = guides.get(service.guide)
    const at = { file: source.file, line: source.lineOf(['guide']) }
    if (guide !== undefined) {
      found.push(...matchService(service, guide, guides, source))
      if (guide.service !== service.id) {
        const problem = `the guide "${guide.id}" does not name this form`
        found.push({ ...at, problem, fix: `write service: ${service.id} in ${guide.file}` })
      }
    } else if (!written.includes(service.guide)) {
      const meant = nearestWord(service.guide, written)
      const fix = meant === undefined ? 'write the guide first' : `write guide: ${meant}`
      found.push({ ...at, problem: `the guide "${service.guide}" does not exist`, fix })
    }
    problems.push(...found)
    if (guide !== undefined && found.length === 0 && own.length === 0)
      services.set(service.id, renderService(service, guide))
  }
  return services
}

/** Guides that name a form which is not there, or not theirs. */
export function danglingServices(
  readings: readonly (GuideReading & { file: string })[],
  forms: readonly (ServiceReading & { file: string })[],
): Problem[] {
  const written = forms.map(({ file }) => file.replace(/^.*\/|\.yaml$/g, ''))
  return readings.flatMap(({ guide, file, serviceLine: line }): Problem[] => {
    if (guide?.service === undefined) return []
    const form = forms.find(({ service }) => service?.id === guide.service)?.service
    if (form !== undefined && form.guide !== guide.id) {
      const problem = `the form "${form.id}" belongs to the guide "${form.guide}"`
      return [{ file, line, problem, fix: `write guide: ${guide.id} in the form, or remove service here` }]
    }
    if (form !== undefined || written.includes(guide.service)) return []
    const meant = nearestWord(guide.service, written)
    const fix =
      meant === undefined
        ? `add knowledge/services/${guide.service}.yaml, or remove the line`
        : `write service: ${meant}`
    return [{ file, line, problem: `the form "${guide.service}" does not exist`, fix }]
  })
}
