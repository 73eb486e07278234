import { Environment } from '@marcbachmann/cel-js'
import type { ElementId } from '../language/element.ts'
import { daysBetween, fullMonthsBetween, monthsOver, yearsOfAge } from './calendar-arithmetic.ts'
import { childrenOf, namesIn } from './condition-tree.ts'
import type { ConditionNode } from './condition-tree.ts'
import { nearestWord } from './checks/nearest-word.ts'

/** What a condition may name besides `today`: a field, or `situation` with the situations as options. */
export type ConditionField = {
  readonly id: string
  readonly element: ElementId
  readonly options?: readonly { readonly id: string }[] | undefined
}

/** A `when` of a form, ready to be asked. */
export type Condition = {
  /** Field ids the expression names (`today` is none), each once. */
  readonly references: readonly string[]
  /**
   * Whether it holds for the values known so far (canonical strings by field id).
   * `unknown` only while a missing field would decide: `isLocal == "yes" || age(birthDate) >= 80` is true as soon as
   * either side is, and false only when both are known to be.
   */
  readonly evaluate: (values: Readonly<Record<string, string>>, today: string) => boolean | 'unknown'
}

const TODAY = 'today'

/** Words of the CEL language itself. */
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else false for function if import in let loop namespace null package prototype return true var void while'.split(
    ' ',
  ),
)

/** Whether a field may bear a name: words of CEL, its types, `today` and `situation` are taken. */
export function isFreeName(id: string): boolean {
  return !RESERVED.has(id) && id !== TODAY && id !== 'situation' && !new Environment().hasVariable(id)
}

/** @returns the mistake of an expression in plain words, or undefined when it is sound. */
export function conditionMistake(expression: string, fields: readonly ConditionField[]): string | undefined {
  const { environment } = environmentFor(fields)
  const result = environment.check(expression)
  if (!result.valid) return explain(result.error?.message ?? 'it cannot be read', fields)
  if (result.type !== 'bool') return `it gives ${result.type ?? 'something else'}, not yes or no`
  return optionMistake(environment.parse(expression).ast, fields)
}

/**
 * Compiles a condition over the fields of a form.
 * @throws Error when the expression is not sound; `conditionMistake` says so beforehand, with the words for staff.
 */
export function compileCondition(expression: string, fields: readonly ConditionField[]): Condition {
  const mistake = conditionMistake(expression, fields)
  if (mistake !== undefined) throw new Error(`condition "${expression}": ${mistake}`)
  const { environment, day } = environmentFor(fields)
  const parsed = environment.parse(expression)
  const references = [...namesIn(parsed.ast)].filter((name) => name !== TODAY)
  const elements = new Map(fields.map((field) => [field.id, field.element]))
  return {
    references,
    evaluate: (values, onDay) => {
      day.today = onDay
      const known: Record<string, unknown> = { [TODAY]: onDay }
      let missing = false
      for (const name of references) {
        const value = values[name]
        if (value === undefined || value === '') missing = true
        else known[name] = typed(value, elements.get(name))
      }
      try {
        return parsed(known) === true
      } catch (error) {
        // CEL's "and" and "or" absorb the failure of one side when the other decides; what still fails is undecided.
        if (missing) return 'unknown'
        throw error
      }
    },
  }
}

/** CEL over the fields of one form. `day` is what its functions take for today: set before each evaluation, which never waits. */
type FormEnvironment = { readonly environment: Environment; readonly day: { today: string } }

const environments = new WeakMap<readonly ConditionField[], FormEnvironment>()

/** One environment for all conditions over the same list of fields: making one takes longer than compiling a condition. */
function environmentFor(fields: readonly ConditionField[]): FormEnvironment {
  const known = environments.get(fields)
  if (known !== undefined) return known
  const day = { today: '2000-01-01' }
  const environment = new Environment().registerVariable(TODAY, 'string')
  for (const { id, element } of fields) {
    // A name that is taken or given twice is told as a mistake of the field itself.
    if (!RESERVED.has(id) && !environment.hasVariable(id)) environment.registerVariable(id, celType(element))
  }
  environment
    .registerFunction('age(string): int', (date: string) => BigInt(yearsOfAge(date, day.today)))
    .registerFunction('monthsSince(string): int', (date: string) => BigInt(fullMonthsBetween(date, day.today)))
    .registerFunction('monthsOver(string): int', (date: string) => BigInt(monthsOver(date, day.today)))
    .registerFunction('daysSince(string): int', (date: string) => BigInt(daysBetween(date, day.today)))
    .registerFunction('daysUntil(string): int', (date: string) => BigInt(daysBetween(day.today, date)))
  environments.set(fields, { environment, day })
  return { environment, day }
}

function celType(element: ElementId | undefined): 'bool' | 'double' | 'string' {
  if (element === 'yes-no') return 'bool'
  return element === 'number' || element === 'money' ? 'double' : 'string'
}

function typed(value: string, element: ElementId | undefined): unknown {
  const type = celType(element)
  if (type === 'bool') return value === 'true'
  return type === 'double' ? Number(value) : value
}

function explain(message: string, fields: readonly ConditionField[]): string {
  const first = message.split('\n')[0] ?? message
  const unknown = /^Unknown variable: (\S+)/.exec(first)?.[1]
  if (unknown === undefined) return first
  const meant = nearestWord(unknown, [TODAY, ...fields.map((field) => field.id)])
  return `there is no field "${unknown}"${meant === undefined ? '' : `; perhaps "${meant}"`}`
}

/** A choice compared with a word that is none of its options never holds: a slip of the pen. */
function optionMistake(node: ConditionNode, fields: readonly ConditionField[]): string | undefined {
  if (node.op === '==' || node.op === '!=' || node.op === 'in') {
    const sides = childrenOf(node)
    const field = sides.flatMap((side) => (side.op === 'id' ? fields.filter(({ id }) => id === side.args) : []))[0]
    const options = field?.options?.map((option) => option.id) ?? []
    const words = sides.flatMap((side) => (side.op === 'list' ? childrenOf(side) : [side]))
    for (const { op, args } of options.length > 0 ? words : []) {
      if (op !== 'value' || typeof args !== 'string' || options.includes(args)) continue
      const meant = nearestWord(args, options)
      return `"${args}" is no option of ${field?.id}; ${meant === undefined ? `the options are ${options.join(', ')}` : `perhaps "${meant}"`}`
    }
  }
  for (const child of childrenOf(node)) {
    const mistake = optionMistake(child, fields)
    if (mistake !== undefined) return mistake
  }
  return undefined
}
