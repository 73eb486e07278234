import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileCondition, jsonSchemaFiles, readStaffContent, staffReport } from '../../src/content/index.ts'
import { Benefit } from '../../src/content/benefit.ts'
import { Bundle } from '../../src/content/bundle.ts'
import { checkBundle } from '../../src/content/checks/check-bundle.ts'
import { readNamed } from '../../src/content/reading/read-named.ts'
import { readService } from '../../src/content/reading/read-service.ts'
import { checkService, conditionFields } from '../../src/content/checks/check-service.ts'
import { toSimplified } from '../../src/language/index.ts'

const ROOT = join(import.meta.dirname, '../..')
const { content, problems } = readStaffContent(ROOT)
const services = [...content.services.values()]

test('everything staff wrote is sound', () => {
  expect(problems).toEqual([])
  expect(content.guides.size).toBeGreaterThan(0)
  expect(services.length).toBeGreaterThan(0)
})

test('no bundle asks the same person for the same thing twice', async () => {
  const report = await staffReport({ content, problems }, { today: '2026-11-23', staleMonths: 6, find: async () => '' })
  expect(report.askedTwice).toEqual([])
})

test('the editor hints are those of the schemas in use', () => {
  const folder = join(ROOT, 'knowledge/schemas')
  expect(readdirSync(folder).toSorted()).toEqual([...jsonSchemaFiles().keys()].toSorted())
  for (const [name, text] of jsonSchemaFiles()) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})

test('the form template is a form without a mistake', () => {
  const file = 'knowledge/services/_template.yaml'
  const { service, source, problems: found } = readService(file, readFileSync(join(ROOT, file), 'utf8'))
  expect(found.map(({ problem }) => problem)).toEqual(['the id is not the name of the file'])
  expect(service && checkService(service, source)).toEqual([])
})

test.each([
  ['bundles', Bundle, checkBundle],
  ['benefits', Benefit, undefined],
] as const)('the template of the %s is one without a mistake', (folder, schema, check) => {
  const file = `knowledge/${folder}/_template.yaml`
  const { value, source, problems: found } = readNamed(file, readFileSync(join(ROOT, file), 'utf8'), schema)
  expect(found.map(({ problem }) => problem)).toEqual(['the id is not the name of the file'])
  expect(value !== undefined && 'steps' in value ? check?.(value, source) : []).toEqual([])
})

describe.each(services.map((service) => [service.id, service] as const))('the form %s', (_id, service) => {
  const fields = conditionFields(service)
  const conditions = [...service.fields, ...service.eligibility, ...service.materials, ...service.fee].flatMap(
    ({ when }) => when ?? [],
  )

  test('has only conditions that can be asked', () => {
    for (const when of conditions)
      expect(compileCondition(when, fields).references.every((id) => fields.some((field) => field.id === id))).toBe(
        true,
      )
  })
  test('asks for no birth date that the identity number tells', () => {
    const hasIdentity = service.fields.some(
      ({ element, required, when }) => element === 'citizen-id' && required && when === undefined,
    )
    const asked = service.fields.filter(({ id, derive }) => id === 'birthDate' && derive === undefined)
    expect(hasIdentity ? asked : []).toEqual([])
  })
  test('never makes a field wait for one that waits for it', () => {
    const waitsFor = new Map(
      service.fields.map(({ id, when }) => [id, when === undefined ? [] : compileCondition(when, fields).references]),
    )
    const reaches = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
      (waitsFor.get(from) ?? []).some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))),
      )
    for (const { id } of service.fields) expect(reaches(id, id, new Set())).toBe(false)
  })
  test('tells the citizen how to be reached and what she declares', () => {
    expect(service.fields.some(({ element }) => element === 'mobile')).toBe(true)
    expect(service.declaration).not.toBe('')
  })
  test('calls every option by words no other option has', () => {
    for (const options of [service.situations, ...service.fields.map((field) => field.options ?? [])]) {
      const words = options.flatMap(({ label, aliases }) => [label, ...aliases])
      expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([])
    }
  })
})

test('a fixed text says the same in both scripts', () => {
  const simplified = (text: string) => toSimplified(text).replace(/[「」『』“”]/g, '"')
  const uneven = [...content.messages].filter(
    ([, message]) =>
      simplified(message['zh-Hant']).length !== simplified(message['zh-Hans']).length ||
      toSimplified(message['zh-Hans']) !== message['zh-Hans'],
  )
  expect(uneven.map(([key]) => key)).toEqual([])
})

test('every emergency text begins with what to do and names its number', () => {
  const particular = { gas: '119', lift: '119', fraud: '110', home: '110', wages: '12356', bereaved: '12356' }
  const numbers = Object.fromEntries(['110', '119', '120', '122', '12356'].map((number) => [number, number]))
  for (const [emergency, number] of Object.entries({ ...numbers, ...particular })) {
    const message = content.messages.get(`crisis-${emergency}`)
    for (const text of Object.values(message ?? {})) expect(text).toContain(number)
    expect(message).toBeDefined()
  }
})

test('every staff folder explains itself', () => {
  for (const folder of ['knowledge', 'prompts']) expect(existsSync(join(ROOT, folder, 'README.md'))).toBe(true)
})
