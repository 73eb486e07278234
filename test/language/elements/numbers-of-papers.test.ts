import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elements, type ElementContext, type ElementId } from '../../../src/language/index.ts'
import { identityCheckCharacter } from '../../../src/language/elements/check-digits.ts'

const TODAY: ElementContext = { today: '2026-11-23' }
const ASKED: ElementContext = { ...TODAY, asked: true }

function read(id: ElementId, text: string, context: ElementContext = TODAY): string[] {
  return elements[id].read(text, context).map(({ value, problem }) => (problem === undefined ? value : `${value}!`))
}

describe('identity numbers', () => {
  test.each([
    '350203199001010018',
    '350206198812300021',
    '350205200002290013',
    '350212197012200068',
    '11010519491231002X',
    '11010519491231002x',
    '３５０２０３１９９００１０１００１８',
    '350203 19900101 0018',
  ])('accepts %s', (value) => {
    expect(elements['citizen-id'].check(value, TODAY)).toMatchObject({ ok: true })
  })

  test.each([
    ['350203199001010019', '校验'],
    ['350203199002300018', '出生日期'],
    ['350203209001010018', '出生日期'],
    ['110105491231002', '15位'],
    ['35020319900101001', '18位'],
    ['999999199001010011', '前六位'],
    ['830000199001010012', '港澳台'],
    ['三五零', '18位'],
  ])('explains what is wrong with %s without repeating it', (value, words) => {
    const checked = JSON.stringify(elements['citizen-id'].check(value, TODAY))
    expect(checked).toContain('"ok":false')
    expect(checked).toContain(words)
    expect(checked).not.toContain(value)
  })

  test.each(['830000199001010012', '810000199001010019', '820000199001010029'])(
    'takes %s for a residence permit of Hong Kong, Macao and Taiwan residents',
    (value) => {
      expect(elements['hmt-residence-permit'].check(value, TODAY)).toEqual({ ok: true, value })
      expect(read('hmt-residence-permit', `我的证件是${value}`)).toEqual([value])
      expect(read('citizen-id', `我的${value}`)).toEqual([])
    },
  )

  test.each([
    ['身份证350203199001010018，手机13800138000', ['350203199001010018']],
    ['身份證 350203 19900101 0018 手機13800138000', ['350203199001010018']],
    ['我的身份证号是35020319900101001', ['35020319900101001!']],
    ['350203199001010019', ['350203199001010019!']],
    ['手机13800138000', []],
    ['订单号123456789012345678', []],
  ])('reads %s', (text, expected) => {
    expect(read('citizen-id', text)).toEqual(expected)
  })

  test('a slip in any one digit is found', () => {
    const birth = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
    fc.assert(
      fc.property(
        birth,
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (day, order, place, shift) => {
          const digits = `350203${day}${String(order).padStart(3, '0')}`
          const value = digits + identityCheckCharacter(digits)
          expect(elements['citizen-id'].check(value, TODAY)).toEqual({ ok: true, value })
          const wrong =
            value.slice(0, place) + String((Number(value.charAt(place)) + shift) % 10) + value.slice(place + 1)
          expect(elements['citizen-id'].check(wrong, TODAY).ok).toBe(false)
        },
      ),
    )
  })

  test('shows only the first three and the last four characters', () => {
    expect(elements['citizen-id'].show('350203199001010018', TODAY)).toBe('350***********0018')
  })

  test('takes the identity number as the number of a driving licence', () => {
    expect(read('driver-licence', '驾驶证号350203199001010018')).toEqual(['350203199001010018'])
    expect(elements['driver-licence'].check('830000199001010012', TODAY).ok).toBe(true)
  })
})

describe('credit codes of companies', () => {
  test.each([
    '91350206MA0000X15M',
    '91350205MA12345XXM',
    '92350211MA00DEMX66',
    '91350100M000100Y43',
    '91350200705466767W',
  ])('accepts %s', (value) => {
    expect(elements.uscc.check(value, TODAY)).toEqual({ ok: true, value })
    expect(read('uscc', `我们公司${value.toLowerCase()}`)).toEqual([value])
  })

  test.each(['91350206MA0000X15N', '91350206MA0000X15', '91350206MO0000X15M'])('refuses %s', (value) => {
    expect(elements.uscc.check(value, TODAY).ok).toBe(false)
  })
})

describe('mobile numbers', () => {
  test.each([
    ['手机号13800138000', ['13800138000']],
    ['１３８００１３８０００', ['13800138000']],
    ['138 0013 8000', ['13800138000']],
    ['138-0013-8000', ['13800138000']],
    ['+86 13800138000', ['13800138000']],
    ['一三八零零一三八零零零', ['13800138000']],
    ['13800138000和13900139000', ['13800138000', '13900139000']],
    ['手机是1380013800', ['1380013800!']],
    ['手机是138001380001', ['138001380001!']],
    ['1380013800', []],
    ['350203199001010018', []],
  ])('reads %s', (text, expected) => {
    expect(read('mobile', text)).toEqual(expected)
  })

  test('tells a Taiwan number how to be written', () => {
    expect(elements.mobile.read('0912345678', ASKED)[0]?.problem).toContain('+886')
    expect(elements.mobile.check('+886912345678', TODAY)).toEqual({ ok: true, value: '+886912345678' })
  })

  test('hides the middle', () => {
    expect(elements.mobile.show('13800138000', TODAY)).toBe('138****8000')
  })
})

describe('bank cards', () => {
  test('accepts 16 to 19 digits that pass the Luhn check and shows the last four', () => {
    expect(elements['bank-card'].check('6217 0000 0000 0000 012', TODAY)).toEqual({
      ok: true,
      value: '6217000000000000012',
    })
    expect(elements['bank-card'].check('6228480000000000000', TODAY).ok).toBe(true)
    expect(elements['bank-card'].check('6228480000000000001', TODAY).ok).toBe(false)
    expect(elements['bank-card'].show('6217000000000000012', TODAY)).toBe('***************0012')
  })

  test('does not take an identity number for a card', () => {
    expect(read('bank-card', '350203199001010018')).toEqual([])
  })
})

describe('travel documents, plates and addresses of mail', () => {
  test.each([
    ['taiwan-travel-permit', '台胞证号01234567', ['01234567']],
    ['taiwan-travel-permit', '台胞证123', []],
    ['taiwan-travel-permit', '20250301', []],
    ['passport', '护照E12345678', ['E12345678']],
    ['passport', '我的是EA1234567', ['EA1234567']],
    ['passport', 'passport: X1234567', ['X1234567']],
    ['passport', 'passport no is E12345678', ['E12345678']],
    ['plate', '车牌是闽D12345，另一辆闽D·D12345', ['闽D12345', '闽DD12345']],
    ['plate', '闽南话', []],
    ['email', '邮箱chen.dawen@example.com，谢谢', ['chen.dawen@example.com']],
  ] as const)('%s: %s', (id, text, expected) => {
    expect(read(id, text)).toEqual(expected)
  })
})

test('papers, phones and cards are secret; names and addresses are shown to their owner', () => {
  const secret = Object.values(elements)
    .filter((element) => element.secret)
    .map(({ id }) => id)
  expect(secret.toSorted()).toEqual([
    'bank-card',
    'citizen-id',
    'driver-licence',
    'hmt-residence-permit',
    'mobile',
    'passport',
    'taiwan-travel-permit',
  ])
})

test('a plate is read after another one was checked', () => {
  expect(elements.plate.check('闽D12345', { today: '2026-11-23' }).ok).toBe(true)
  expect(read('plate', '闽D54321')).toEqual(['闽D54321'])
  expect(elements.plate.check('闽D12345，另一辆', { today: '2026-11-23' }).ok).toBe(false)
})
