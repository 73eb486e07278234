import { z } from 'zod'
import { compileCondition, type Condition } from '../../content/index.ts'
import type { Guide } from '../../content/guide.ts'
import type { Field, Service } from '../../content/service.ts'
import type { ElementCheck, ElementContext } from '../../language/element.ts'
import { elements } from '../../language/index.ts'
import { declaredFields } from './declared-fields.ts'
import { feeText } from './fee-text.ts'
import { SITUATION, type Form, type FormField } from './form.ts'
import { orderFields } from './order-fields.ts'
import { chineseWords } from '../words/form-words.ts'

/** Longest value a field takes, in UTF-16 units: a full address or a short explanation. */
const MAX_VALUE_LENGTH = 500

/** The numbers of a guide that a form rests on. */
type Numbers = Pick<Guide, 'fees' | 'promisedLimit' | 'legalLimit'>

/**
 * Compiles a checked service and its guide into a form: every field with its zod schema and condition, in the order of
 * asking. Throws what the condition compiler throws; checked staff files do not make it throw.
 */
export function compileService(service: Service, guide: Numbers): Form {
  const declared = declaredFields(service)
  const compile = (expression: string | undefined): Condition | undefined =>
    expression === undefined ? undefined : quickCondition(compileCondition(expression, declared))
  const eligibility = service.eligibility.map((rule) => ({
    rule,
    when: quickCondition(compileCondition(rule.when, declared)),
  }))
  const { asks } = service.acting
  const deciding = new Set([
    // Before it is known for whom the form is, nothing known of the citizen goes into it.
    ...(asks?.self === undefined ? [] : [asks.field]),
    ...eligibility.flatMap(({ rule, when }) => (rule.outcome === 'note' ? [] : when.references)),
  ])
  const entries = declared.map((field) => {
    const when = compile(field.when)
    return { field, when, references: when?.references ?? [] }
  })
  const fields = orderFields(entries, deciding, SITUATION).map(({ field, when }) => compileField(field, when))
  return {
    service,
    words: chineseWords,
    fields,
    byId: new Map(fields.map((field) => [field.field.id, field])),
    eligibility,
    materials: service.materials.map((material) => ({
      material,
      when: compile(material.when),
      relieved: compile(material.relief?.when),
      ofApplicant: compile(material.ofApplicant),
    })),
    fees: service.fee.map((entry) => ({ text: feeText(entry, guide), when: compile(entry.when) })),
    limit: limitOf(service, guide),
  }
}

/** The same condition, without asking CEL while nothing it names is known: most conditions of a young draft. */
function quickCondition({ references, evaluate }: Condition): Condition {
  return {
    references,
    evaluate: (values, today) =>
      references.length > 0 && references.every((id) => values[id] === undefined) ? 'unknown' : evaluate(values, today),
  }
}

function compileField(field: Field, when: Condition | undefined): FormField {
  const element = elements[field.element]
  const context = (today: string): ElementContext => ({
    today,
    labels: [field.label, ...field.labels],
    ...(field.options === undefined ? {} : { options: field.options }),
    ...(field.yes === undefined ? {} : { yes: field.yes }),
    ...(field.no === undefined ? {} : { no: field.no }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.past === undefined ? {} : { past: field.past }),
  })
  // Building a schema costs more than using it; one a day will do.
  let built: { readonly today: string; readonly schema: z.ZodType<string, string> } | undefined
  const schemaOn = (today: string): z.ZodType<string, string> => {
    if (built?.today !== today) built = { today, schema: fieldSchema(element, context(today)) }
    return built.schema
  }
  const show = (value: string, today: string): string => element.show(value, context(today))
  return {
    field,
    when,
    secret: element.secret,
    check: (value, today) => parse(schemaOn(today), value),
    show,
    spell: (value, today) => (element.secret ? value : show(value, today)),
  }
}

/** The schema of one field: a short non-empty text that the data element accepts, turned into its canonical form. */
function fieldSchema(element: (typeof elements)[Field['element']], context: ElementContext): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1, '没有看到内容，请再说一遍。')
    .max(MAX_VALUE_LENGTH, `内容太长了，请控制在${MAX_VALUE_LENGTH}字以内。`)
    .transform((text, refinement) => {
      const checked = element.check(text, context)
      if (checked.ok) return checked.value
      refinement.addIssue({ code: 'custom', message: checked.problem })
      return z.NEVER
    })
}

function parse(schema: z.ZodType<string, string>, value: string): ElementCheck {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problem: result.error.issues[0]?.message ?? '这个内容填不进去，请换一种说法。' }
}

/** The limit the service promises, when the guide has it confirmed. */
function limitOf(service: Service, guide: Numbers): Form['limit'] {
  if (service.limit === 'none') return null
  const limit = service.limit === 'promised' ? guide.promisedLimit : guide.legalLimit
  if (limit === undefined || limit.mark === 'unverified') return null
  return { value: limit.value, unit: limit.unit }
}
