import type { Bundle, BundleStep } from '../bundle.ts'
import { fieldMistakes } from './check-field.ts'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import type { YamlPath, YamlSource } from '../reading/yaml-source.ts'

/** Mistakes inside a bundle, whatever its forms and guides say: ids, steps, and the order of steps. */
export function checkBundle(bundle: Bundle, source: YamlSource): Problem[] {
  const problems: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void problems.push({ file: source.file, line: source.lineOf(path), problem, fix })

  for (const part of ['questions', 'steps', 'shared'] as const) {
    const ids = bundle[part].map(({ id }) => id)
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        report([part, index, 'id'], `the id "${id}" stands in ${part} a second time`, 'choose another id')
    })
  }
  bundle.questions.forEach((question, index) => {
    for (const [problem, fix] of fieldMistakes(question, bundle.questions))
      report(['questions', index], `"${question.id}" ${problem}`, fix)
  })
  bundle.steps.forEach((step, index) => {
    const [problem, fix] = kindMistake(step)
    if (problem !== undefined) report(['steps', index], problem, fix)
    for (const [position, before] of step.after.entries()) {
      const wrong = afterMistake(step, before, bundle.steps)
      if (wrong !== undefined) report(['steps', index, 'after', position], ...wrong)
    }
  })
  const circle = findCircle(bundle.steps)
  if (circle !== undefined) {
    const index = bundle.steps.findIndex(({ id }) => id === circle[0])
    report(
      ['steps', index, 'after'],
      `the steps wait for one another: ${circle.join(' → ')}`,
      'take one of them out of "after"',
    )
  }
  return problems
}

function kindMistake({ id, service, guide }: BundleStep): [problem: string | undefined, fix: string] {
  if (service !== undefined && guide !== undefined)
    return [`the step "${id}" names a form and a guide`, 'keep service where it is filed here, guide where not']
  if (service === undefined && guide === undefined)
    return [`the step "${id}" names neither a form nor a guide`, 'add service (filed here) or guide (only told of)']
  return [undefined, '']
}

function afterMistake(
  step: BundleStep,
  before: string,
  steps: readonly BundleStep[],
): [problem: string, fix: string] | undefined {
  if (before === step.id) return [`the step "${step.id}" comes after itself`, 'remove it from "after"']
  if (steps.some(({ id }) => id === before)) return undefined
  const meant = nearestWord(
    before,
    steps.map(({ id }) => id),
  )
  return [
    `the step "${step.id}" comes after "${before}", which is no step`,
    meant === undefined ? 'name a step of this bundle' : `write ${meant}`,
  ]
}

/** Steps of which each waits for the next, and the last is the first again. */
function findCircle(steps: readonly BundleStep[]): string[] | undefined {
  const after = new Map(steps.map((step) => [step.id, step.after.filter((id) => id !== step.id)]))
  const done = new Set<string>()
  const walk = (id: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id]
    if (done.has(id)) return undefined
    for (const before of after.get(id) ?? []) {
      const circle = walk(before, [...way, id])
      if (circle !== undefined) return circle
    }
    done.add(id)
    return undefined
  }
  for (const { id } of steps) {
    const circle = walk(id, [])
    if (circle !== undefined) return circle
  }
  return undefined
}
