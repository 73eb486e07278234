import { z } from 'zod'
import { nearestWord } from './nearest-word.ts'
import type { Problem } from './problem.ts'
import type { YamlSource } from '../reading/yaml-source.ts'

type Issue = z.core.$ZodIssue

const KIND_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

/** The value of a YAML file in the shape its schema wants, or every mistake with its line. */
export function checkShape<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
): { value: z.infer<Schema> | undefined; problems: readonly Problem[] } {
  if (source.problems.length > 0) return { value: undefined, problems: source.problems }
  const parsed = schema.safeParse(source.data)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { value: undefined, problems: parsed.error.issues.flatMap((issue) => problemsOf(source, issue, schema)) }
}

function problemsOf(source: YamlSource, issue: Issue, schema: z.ZodType): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const at = { file: source.file, line: source.lineOf(path) }
  const name = nameOf(path)
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => {
      const line = source.lineOf([...path, key])
      const meant = nearestWord(key, known)
      const fix =
        meant === undefined ? `remove it; the keys here are ${known.join(', ')}` : `write "${meant}", or remove it`
      return {
        file: source.file,
        line,
        problem: `"${key}" is not a key of ${path.length === 0 ? 'this file' : name}`,
        fix,
      }
    })
  }
  if (valueAt(source.data, path) === undefined && issue.code !== 'custom') {
    return [{ ...at, problem: `${name} is missing`, fix: `add it: ${wanted(issue)}` }]
  }
  return [{ ...at, problem: `${name} should be ${wanted(issue)}`, fix: fixFor(issue, valueAt(source.data, path)) }]
}

/** `fees[2].amount`, with positions counted from 1 as people do. */
function nameOf(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'the file'
  const words = path.map((step, index) =>
    typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${step}`,
  )
  return `"${words.join('')}"`
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KIND_WORDS[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      if (issue.format === 'date') return 'a date like 2026-11-23'
      if (issue.format === 'url') return 'a web address like https://www.gov.cn/'
      return issue.format === 'regex' ? `written otherwise: ${issue.message}` : issue.message
    case 'too_small':
      if (issue.origin === 'array') return `a list of at least ${issue.minimum}`
      if (issue.origin === 'string') return 'some text, not empty'
      return `${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}`
    case 'invalid_union':
      return issue.errors
        .flatMap((branch) => branch.slice(0, 1))
        .map(wanted)
        .join(' or ')
    case 'invalid_key':
      return `under a key ${issue.issues[0]?.message ?? issue.message}`
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return issue.message
  }
}

function fixFor(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const meant = nearestWord(String(value), issue.values.map(String))
    if (meant !== undefined) return `write "${meant}"`
  }
  return `change ${JSON.stringify(value)}`
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string, unknown>>)[String(step)]
  }
  return value
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let current: unknown = schema
  for (const step of path) {
    const inner = unwrap(current)
    if (inner instanceof z.ZodObject) current = inner.shape[String(step)]
    else if (inner instanceof z.ZodArray) current = inner.element
    else if (inner instanceof z.ZodRecord) current = inner.valueType
    else return []
  }
  const inner = unwrap(current)
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape)
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum) return inner.keyType.options.map(String)
  return []
}

function unwrap(schema: unknown): unknown {
  let current = schema
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap()
  return current
}
