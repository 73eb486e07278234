import { describe, expect, test } from 'vitest'
import { controlFor, startingValue, type Field } from '../../src/web/widget/controls.ts'

const field = (change: Partial<Field>): Field => ({
  id: 'x',
  label: '某项',
  element: 'text',
  required: true,
  value: null,
  shown: null,
  masked: false,
  provenance: null,
  options: [],
  ...change,
})
const options = (count: number): Field['options'] =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, label: `第${index}项` }))
const kindOf = (change: Partial<Field>): string => {
  const control = controlFor(field(change), '是', '否')
  return control.kind === 'input' ? control.type : control.kind
}

describe('the control of a field', () => {
  test('suits what is asked', () => {
    expect(kindOf({ element: 'choice', options: options(3) })).toBe('radios')
    expect(kindOf({ element: 'choice', options: options(12) })).toBe('select')
    expect(kindOf({ element: 'yes-no' })).toBe('radios')
    expect(kindOf({ element: 'date' })).toBe('date')
    expect(kindOf({ element: 'mobile' })).toBe('tel')
    expect(kindOf({ element: 'citizen-id' })).toBe('text')
  })

  test('sends yes and no in canonical form', () => {
    const control = controlFor(field({ element: 'yes-no' }), '是', '否')
    expect(control.kind === 'radios' && control.choices.map(({ id }) => id)).toEqual(['true', 'false'])
  })

  test('starts empty for a masked value, since the mask is not the value', () => {
    expect(startingValue(field({ value: '138****0000', masked: true }))).toBe('')
    expect(startingValue(field({ value: '2020-01-01' }))).toBe('2020-01-01')
  })

  test('starts with an address as people write it', () => {
    expect(startingValue(field({ element: 'address', value: '思明区|莲前街道|洪莲中路12号' }))).toBe(
      '思明区莲前街道洪莲中路12号',
    )
  })
})
