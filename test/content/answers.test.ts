import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Field } from '../../src/content/index.ts'
import { readFields } from '../../src/language/index.ts'
import { ownContent } from '../support/own-content.ts'

const content = await ownContent()
const rows = readFileSync(join(import.meta.dirname, 'answers.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [service = '', field = '', expected = '', words = ''] = line.split('\t')
    return { service, field, expected, words, actual: read(service, field, words) }
  })

function read(service: string, id: string, words: string): string {
  const asked = content.services.get(service)?.fields.find((field) => field.id === id)
  if (asked === undefined) throw new Error(`${service} has no field ${id}`)
  return readFields(words, [asked satisfies Field], { today: '2026-11-26', asked: id })[0]?.value ?? ''
}

const shown = (some: typeof rows) => some.map(({ words, actual }) => `${words} → ${actual}`)

describe('answers in her own words to the questions of our forms', () => {
  it('takes none for another option than she means', () => {
    expect(shown(rows.filter(({ actual, expected }) => actual !== '' && actual !== expected))).toEqual([])
  })

  it('understands nineteen of twenty', () => {
    const told = rows.filter(({ expected }) => expected !== '')
    const missed = told.filter(({ actual, expected }) => actual !== expected)
    expect(shown(missed).slice(0, Math.floor(told.length / 20))).toEqual(shown(missed))
  })
})
