import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { checkService } from './check-service.ts'
import type { Guide } from './guide.ts'
import { matchService, renderService } from './match-service.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import { readCalendar } from './read-calendar.ts'
import { readDials } from './read-dials.ts'
import { readGuide } from './read-guide.ts'
import type { GuideReading } from './read-guide.ts'
import { readMessages } from './read-messages.ts'
import { readPrompt } from './read-prompt.ts'
import { readRegisters } from './registers.ts'
import { readService } from './read-service.ts'
import type { ServiceReading } from './read-service.ts'
import { readThesaurus } from './read-thesaurus.ts'
import type { Service } from './service.ts'
import type { StaffContent } from './staff-content.ts'

const OFF_TOPIC = 'knowledge/off-topic.txt'

/** What staff wrote, and what is wrong with it. */
export type StaffReading = { readonly content: StaffContent; readonly problems: readonly Problem[] }

/**
 * Reads everything staff write below `root`: `knowledge/` and `prompts/`. All mistakes of all files are told at once,
 * in the order of file and line. A guide or form with a mistake is left out of the content, so that what is there may be shown.
 */
export function readStaffContent(root: string): StaffReading {
  const problems: Problem[] = []
  const take = <Reading extends { readonly problems: readonly Problem[] }>(reading: Reading): Reading => {
    problems.push(...reading.problems)
    return reading
  }
  const read = (file: string): string => readFileSync(join(root, file), 'utf8')
  const one = <Reading extends { readonly problems: readonly Problem[] }>(
    file: string,
    reader: (file: string, text: string) => Reading,
  ): Reading => {
    if (existsSync(join(root, file))) return take(reader(file, read(file)))
    problems.push({
      file,
      line: 1,
      problem: 'the file is missing',
      fix: 'bring it back from the last published version',
    })
    return reader(file, '{}')
  }

  const readings = filesBelow(root, 'knowledge/guides/*/*.md').map((file) => ({
    file,
    ...take(readGuide(file, read(file))),
  }))
  const forms = filesBelow(root, 'knowledge/services/*.yaml').map((file) => ({
    file,
    ...take(readService(file, read(file))),
  }))
  const guides = uniqueGuides(readings, problems)
  const services = fittingServices(forms, readings, guides, problems)
  problems.push(...danglingServices(readings, forms))
  const prompts = filesBelow(root, 'prompts/*.md').flatMap((file) => take(readPrompt(file, read(file))).prompt ?? [])

  const content: StaffContent = {
    guides,
    services,
    prompts: new Map(prompts.map((prompt) => [prompt.name, prompt])),
    messages: one('prompts/messages.yaml', readMessages).messages,
    thesaurus: one('knowledge/thesaurus.yaml', readThesaurus).thesaurus,
    calendar: one('knowledge/calendar.yaml', readCalendar).calendar,
    dials: one('knowledge/search.yaml', readDials).dials,
    offTopic: existsSync(join(root, OFF_TOPIC)) ? readOffTopic(read(OFF_TOPIC)) : [],
    registers: one('knowledge/registers.yaml', readRegisters).registers,
  }
  return { content, problems: problems.toSorted(byPlace) }
}

/** One sentence a line; empty lines and those that begin with # are for people. */
function readOffTopic(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Files that match, in the order of their names. Templates (`_…`) and READMEs are for people. */
function filesBelow(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/\/(_[^/]*|README\.md)$/.test(file))
    .toSorted()
}

function byPlace(left: Problem, right: Problem): number {
  return left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1
}

function uniqueGuides(readings: readonly (GuideReading & { file: string })[], problems: Problem[]): Map<string, Guide> {
  const guides = new Map<string, Guide>()
  for (const { guide, file } of readings) {
    if (guide === undefined) continue
    const other = guides.get(guide.id)
    if (other === undefined) guides.set(guide.id, guide)
    else
      problems.push({
        file,
        line: 2,
        problem: `the id "${guide.id}" is already used by ${other.file}`,
        fix: 'choose another id',
      })
  }
  return guides
}

function fittingServices(
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

function danglingServices(
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
