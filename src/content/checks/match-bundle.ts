import type { Bundle, BundleStep, SharedField } from '../bundle.ts'
import { checkProse } from './check-prose.ts'
import { namedArticles } from './check-provenance.ts'
import { conditionMistake } from '../condition.ts'
import type { ConditionField } from '../condition.ts'
import type { Guide } from '../guide.ts'
import type { KnownFiles } from '../reading/known-files.ts'
import { sharedFieldMistakes } from './match-shared.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import { referencesOf, renderReferences } from './references.ts'
import type { Field } from '../service.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

/** What the conditions of a bundle may name: its questions, then the shared fields of its forms. */
export function bundleFields(bundle: Bundle, known: KnownFiles): readonly ConditionField[] {
  const asked = new Set(bundle.questions.map(({ id }) => id))
  const shared = bundle.shared.flatMap((entry): ConditionField[] => {
    const field = firstField(entry, known)
    return field === undefined || asked.has(entry.id) ? [] : [{ ...field, id: entry.id }]
  })
  return [...bundle.questions, ...shared].map(({ id, element, options }) => ({ id, element, options }))
}

/** Mistakes between a bundle and what it names: guides, forms, fields, conditions, numbers in its texts. */
export function matchBundle(bundle: Bundle, known: KnownFiles, source: YamlSource): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })
  const exists = (path: YamlPath, kind: 'guide' | 'service', id: string | undefined): void => {
    const mistake = id === undefined ? undefined : known.missing(kind, id)
    if (mistake !== undefined) report(path, ...mistake)
  }

  exists(['guide'], 'guide', bundle.guide)
  bundle.steps.forEach((step, index) => {
    exists(['steps', index, 'service'], 'service', step.service)
    exists(['steps', index, 'guide'], 'guide', step.guide)
    const mistake = situationMistake(step, known)
    if (mistake !== undefined) report(['steps', index, 'situation'], ...mistake)
    const form = step.service === undefined ? undefined : known.services.get(step.service)
    const ids = form?.fields.map(({ id }) => id) ?? []
    for (const id of Object.keys(step.settles))
      if (form !== undefined && !ids.includes(id))
        report(
          ['steps', index, 'settles', id],
          `the form "${form.id}" has no field "${id}"`,
          `use one of: ${ids.join(', ')}`,
        )
    for (const id of step.issues)
      if (!bundle.shared.some((entry) => entry.id === id))
        report(['steps', index, 'issues'], `"${id}" is no shared field`, 'share the fields that the step brings about')
  })
  bundle.shared.forEach((entry, index) => {
    for (const { path, problem, fix } of sharedFieldMistakes(entry, bundle, known))
      report(['shared', index, ...path], problem, fix)
  })
  const fields = bundleFields(bundle, known)
  const complete = bundle.shared.every((entry) => firstField(entry, known) !== undefined)
  const sound = (path: YamlPath, when: string | undefined): void => {
    // A shared field that is not there is told of by itself; its conditions would only echo that.
    const mistake = when === undefined || !complete ? undefined : conditionMistake(when, fields)
    if (mistake !== undefined) report(path, `the condition "${when}" is wrong: ${mistake}`, 'correct the condition')
  }
  bundle.questions.forEach((question, index) => sound(['questions', index, 'when'], question.when))
  bundle.steps.forEach((step, index) => sound(['steps', index, 'when'], step.when))
  bundle.shared.forEach(({ also }, index) =>
    also.forEach(({ when }, position) => sound(['shared', index, 'also', position, 'when'], when)),
  )
  return [...problems, ...proseProblems(bundle, known, source)]
}

/** The bundle with every `{{id}}` in its texts put in words: of the step's own guide in a step, of the bundle's elsewhere. */
export function renderBundle(bundle: Bundle, known: KnownFiles): Bundle {
  const say = (text: string, guide: Guide | undefined, language: 'zh' | 'en' = 'zh'): string =>
    guide === undefined ? text : renderReferences(text, referencesOf(guide), language)
  const whole = known.guides.get(bundle.guide)
  return {
    ...bundle,
    questions: bundle.questions.map((question) => ({
      ...question,
      ask: say(question.ask, whole),
      ...(question.help === undefined ? {} : { help: say(question.help, whole) }),
    })),
    steps: bundle.steps.map((step) => ({
      ...step,
      ...(step.note === undefined ? {} : { note: say(step.note, guideOfStep(step, known)) }),
      ...(step.noteEn === undefined ? {} : { noteEn: say(step.noteEn, guideOfStep(step, known), 'en') }),
    })),
  }
}

function situationMistake({ service, situation }: BundleStep, known: KnownFiles): [string, string] | undefined {
  const form = service === undefined ? undefined : known.services.get(service)
  if (situation === undefined || form === undefined) return undefined
  const ids = form.situations.map(({ id }) => id)
  if (ids.includes(situation)) return undefined
  const meant = nearestWord(situation, ids)
  const fix =
    meant !== undefined ? `write ${meant}` : ids.length === 0 ? 'remove situation' : `use one of: ${ids.join(', ')}`
  return [`the form "${form.id}" has no situation "${situation}"`, fix]
}

function firstField(entry: SharedField, known: KnownFiles): Field | undefined {
  const [service = '', id] = entry.fields[0]?.split('.') ?? []
  return known.services.get(service)?.fields.find((field) => field.id === id)
}

function guideOfStep({ service, guide }: BundleStep, known: KnownFiles): Guide | undefined {
  const id = service === undefined ? guide : known.services.get(service)?.guide
  return id === undefined ? undefined : known.guides.get(id)
}

function proseProblems(bundle: Bundle, known: KnownFiles, source: YamlSource): Problem[] {
  const whole = known.guides.get(bundle.guide)
  const texts: { path: YamlPath; text: string | undefined; guide: Guide | undefined }[] = [
    ...bundle.questions.flatMap((question, index) => [
      { path: ['questions', index, 'ask'], text: question.ask, guide: whole },
      { path: ['questions', index, 'help'], text: question.help, guide: whole },
    ]),
    ...bundle.steps.flatMap((step, index) => [
      { path: ['steps', index, 'note'], text: step.note, guide: guideOfStep(step, known) },
      { path: ['steps', index, 'noteEn'], text: step.noteEn, guide: guideOfStep(step, known) },
    ]),
  ]
  return texts.flatMap(({ path, text, guide }) => {
    if (text === undefined || guide === undefined) return []
    const rules = { file: source.file, references: referencesOf(guide), articles: namedArticles(guide) }
    const line = source.lineOf(path)
    return checkProse({ text, line }, rules).map((problem) => ({ ...problem, line }))
  })
}
