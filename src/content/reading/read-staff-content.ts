import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fitBenefits } from '../checks/fit-benefits.ts'
import { fitBundles } from '../checks/fit-bundles.ts'
import { danglingServices, fitServices } from '../checks/fit-services.ts'
import type { Guide } from '../guide.ts'
import { knownFiles } from './known-files.ts'
import { readLaws } from '../laws/read-laws.ts'
import type { Problem } from '../checks/problem.ts'
import { fitAsks } from './read-asks.ts'
import { readCalendar } from './read-calendar.ts'
import { readDials } from './read-dials.ts'
import { readGuide } from './read-guide.ts'
import type { GuideReading } from './read-guide.ts'
import { BOUNDARIES, MESSAGE_KINDS, REMARKS } from '../message-kind.ts'
import { fitEnglish } from './read-english.ts'
import { readExamples } from './read-examples.ts'
import { readMessages } from './read-messages.ts'
import { readPlainLines } from './read-plain-lines.ts'
import { readOnce } from './read-once.ts'
import { readProfile } from './read-profile.ts'
import { readPrompt } from './read-prompt.ts'
import { readRegisters } from '../registers.ts'
import { readService } from './read-service.ts'
import { readThesaurus } from './read-thesaurus.ts'
import type { StaffContent } from '../staff-content.ts'
import { filesBelow } from './staff-folders.ts'

const OFF_TOPIC = 'knowledge/off-topic.txt'

const guideOf = readOnce(readGuide)
const serviceOf = readOnce(readService)

/** What staff wrote, and what is wrong with it. */
export type StaffReading = { readonly content: StaffContent; readonly problems: readonly Problem[] }

/**
 * Reads everything staff write below `root`: `knowledge/` and `prompts/`. All mistakes of all files are told at once,
 * in the order of file and line. A guide, form, bundle or benefit with a mistake is left out of the content, so that what is there may be shown.
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
    ...take(guideOf(file, read(file))),
  }))
  const forms = filesBelow(root, 'knowledge/services/*.yaml').map((file) => ({
    file,
    ...take(serviceOf(file, read(file))),
  }))
  const texts = (pattern: string) => filesBelow(root, pattern).map((file) => ({ file, text: read(file) }))
  const asks = texts('knowledge/asks/*.yaml')
  const asked = take(fitAsks(asks, uniqueGuides(readings, problems), readings.map(nameOf))).guides
  const written = readings.map(({ file, sections }) => ({ name: nameOf({ file }), sections }))
  const { guides } = take(fitEnglish(texts('knowledge/english/*.yaml'), asked, written))
  const services = fitServices(forms, readings, guides, problems)
  problems.push(...danglingServices(readings, forms))
  const prompts = filesBelow(root, 'prompts/*.md').flatMap((file) => take(readPrompt(file, read(file))).prompt ?? [])

  const known = knownFiles(guides, services, { guide: readings.map(nameOf), service: forms.map(nameOf) })
  const { profile } = one('knowledge/profile.yaml', readProfile)

  const content: StaffContent = {
    guides,
    services,
    bundles: take(fitBundles(texts('knowledge/bundles/*.yaml'), known)).bundles,
    benefits: take(fitBenefits(texts('knowledge/benefits/*.yaml'), profile, known)).benefits,
    profile,
    prompts: new Map(prompts.map((prompt) => [prompt.name, prompt])),
    messages: one('prompts/messages.yaml', readMessages).messages,
    thesaurus: one('knowledge/thesaurus.yaml', readThesaurus).thesaurus,
    calendar: one('knowledge/calendar.yaml', readCalendar).calendar,
    dials: one('knowledge/search.yaml', readDials).dials,
    offTopic: existsSync(join(root, OFF_TOPIC)) ? readPlainLines(read(OFF_TOPIC)).map(({ text }) => text) : [],
    kinds: take(readExamples('knowledge/kinds', MESSAGE_KINDS, texts('knowledge/kinds/*.txt'))).examples,
    boundaries: take(readExamples('knowledge/boundaries', BOUNDARIES, texts('knowledge/boundaries/*.txt'))).examples,
    remarks: take(readExamples('knowledge/remarks', REMARKS, texts('knowledge/remarks/*.txt'))).examples,
    registers: one('knowledge/registers.yaml', readRegisters).registers,
  }
  // Only the check of cited articles uses this list; a mistake in it is told here all the same.
  one('knowledge/laws.yaml', readLaws)
  return { content, problems: problems.toSorted(byPlace) }
}

function nameOf({ file }: { readonly file: string }): string {
  return basename(file).replace(/\.(md|yaml)$/, '')
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
