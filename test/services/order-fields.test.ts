import { describe, expect, test } from 'vitest'
import { Field } from '../../src/content/service.ts'
import { orderFields } from '../../src/services/forms/order-fields.ts'

const field = (id: string, references: readonly string[] = [], from?: string) => ({
  field: Field.parse({
    id,
    element: 'text',
    label: id,
    ask: id,
    ...(from === undefined ? {} : { derive: { from, as: 'birth-date' } }),
  }),
  references,
})
const order = (fields: ReturnType<typeof field>[], deciding: readonly string[]) =>
  orderFields(fields, new Set(deciding), 'situation').map((entry) => entry.field.id)

describe('the order of asking', () => {
  test('the situation leads, then what decides whether the citizen may apply, then the order of the file', () => {
    expect(order([field('a'), field('b'), field('situation'), field('c')], ['c'])).toEqual(['situation', 'c', 'a', 'b'])
  })

  test('what a deciding field depends on is asked before it', () => {
    expect(order([field('a'), field('b', ['c']), field('c')], ['b'])).toEqual(['c', 'b', 'a'])
    expect(order([field('a'), field('born', [], 'idNumber'), field('idNumber')], ['born'])).toEqual([
      'idNumber',
      'born',
      'a',
    ])
  })

  test('conditions that go in a circle lose no field', () => {
    expect(order([field('a', ['b']), field('b', ['a'])], []).sort()).toEqual(['a', 'b'])
  })
})
