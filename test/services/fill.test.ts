import { describe, expect, test } from 'vitest'
import type { KeptValues } from '../../src/services/forms/applicable-fields.ts'
import { compileService } from '../../src/services/forms/compile-service.ts'
import { decideFill } from '../../src/services/drafts/fill.ts'
import { standingOf } from '../../src/services/drafts/standing.ts'
import { ADULT_ID, COMPLETE, OTHER_ID, said, TODAY } from './sample-citizen.ts'
import { SAMPLE, SAMPLE_GUIDE } from './sample-service.ts'

const form = compileService(SAMPLE, SAMPLE_GUIDE)
const fill = (values: Readonly<Record<string, string>>, kept: KeptValues = new Map()) =>
  decideFill(form, kept, said(values), TODAY)
const filled = fill(COMPLETE).kept

describe('a form', () => {
  test('asks first what decides whether it is open to the citizen', () => {
    expect(form.fields.map(({ field }) => field.id).slice(0, 3)).toEqual(['situation', 'local', 'livesSince'])
  })

  test('promises a confirmed limit only, and names a confirmed fee only', () => {
    expect(form.limit).toEqual({ value: 10, unit: 'working-day' })
    expect(compileService({ ...SAMPLE, limit: 'legal' }, SAMPLE_GUIDE).limit).toBeNull()
    const fees = SAMPLE_GUIDE.fees.map((fee) => ({ ...fee, mark: 'unverified' as const }))
    expect(compileService(SAMPLE, { ...SAMPLE_GUIDE, fees }).fees[0]?.text).toBe('以窗口公布为准')
  })

  test('never asks what it will work out', () => {
    const { pending } = standingOf(form, new Map(), TODAY)
    expect(pending).toContain('citizenId')
    expect(pending).not.toContain('birthDate')
  })
})

describe('filling in', () => {
  test('takes what the citizen said and asks on from there', () => {
    const { kept, accepted, rejected } = fill({ situation: '第一次', name: '陈小样' })
    expect(accepted.map(({ field, shown }) => [field, shown])).toEqual([
      ['situation', '首次申领'],
      ['name', '陈小样'],
    ])
    expect(rejected).toEqual([])
    expect(standingOf(form, kept, TODAY).pending[0]).toBe('local')
  })

  test('a complete form is ready, with materials and fee of this very case', () => {
    const standing = standingOf(form, filled, TODAY)
    expect(standing.complete).toBe(true)
    expect(standing.materials.map(({ id }) => id)).toEqual(['identity-card', 'photo', 'lease'])
    expect(standing.fee).toBe('免费')
  })

  test('works the birth date out of the identity number and says so', () => {
    const birth = standingOf(form, filled, TODAY).applying.find(({ field }) => field.field.id === 'birthDate')
    expect(birth?.known).toEqual({ value: '1990-01-01', provenance: { kind: 'derived', detail: '由身份证号推出' } })
  })

  test('a wrong new value never erases the good old one', () => {
    const { kept, accepted, rejected, altered } = fill({ citizenId: '350203199001010019', mobile: '12345' }, filled)
    expect(rejected.map(({ field }) => field)).toEqual(['citizenId', 'mobile'])
    expect(rejected[0]?.message).not.toContain('350203')
    expect(accepted).toEqual([])
    expect(altered.size).toBe(0)
    expect(kept.get('citizenId')?.value).toBe(ADULT_ID)
  })

  test('one wrong value does not hold up the good ones beside it', () => {
    const { accepted, rejected } = fill({ mobile: '12345', name: '林样例' })
    expect([accepted[0]?.field, rejected[0]?.field]).toEqual(['name', 'mobile'])
  })

  test.each(['nothing', '__proto__', 'constructor', 'x'.repeat(5000)])(
    'refuses a field it does not have: %.20s',
    (id) => {
      const { rejected, altered } = fill(Object.fromEntries([[id, 'x']]))
      expect(rejected).toHaveLength(1)
      expect(altered.size).toBe(0)
    },
  )

  test('the same value once more is taken and changes nothing', () => {
    const { accepted, altered } = fill({ name: ' 陈小样 ' }, filled)
    expect(accepted).toMatchObject([{ field: 'name', previous: null }])
    expect(altered.size).toBe(0)
  })

  test('a birth date that contradicts the identity number is refused, the same one is fine', () => {
    expect(fill({ birthDate: '1991-01-01' }, filled).rejected[0]?.message).toContain('身份证号')
    expect(fill({ birthDate: '1990-01-01' }, filled)).toMatchObject({ rejected: [], accepted: [{ previous: null }] })
    expect(fill({ citizenId: ADULT_ID, birthDate: '1991-01-01' }).rejected.map(({ field }) => field)).toEqual([
      'birthDate',
    ])
  })

  test('a value said before its question applies is kept for then', () => {
    const early = fill({ landlord: '林样例' })
    expect(early.rejected).toEqual([])
    const later = fill({ rented: 'true' }, early.kept)
    expect(standingOf(form, later.kept, TODAY).pending).not.toContain('landlord')
  })

  test('a value for a question that does not apply is refused', () => {
    expect(fill({ landlord: '林样例', rented: 'false' }).rejected[0]?.message).toContain('不用填')
  })
})

describe('correcting', () => {
  test('names the former value, masked where secret, and what follows from it', () => {
    const { accepted, changed } = fill({ citizenId: OTHER_ID }, filled)
    expect(accepted).toMatchObject([{ field: 'citizenId', previous: expect.stringContaining('*') }])
    expect(changed).toEqual([expect.stringContaining('出生日期随之改为')])
  })

  test('tells which materials and which fee change', () => {
    const { changed } = fill({ situation: 'replacement' }, filled)
    expect(changed).toContain('不再需要的材料：相片')
    expect(changed).toContain('费用由免费变为20元')
    expect(changed.join()).toContain('不再需要填写：居住起始日期')
  })

  test('leaves out what stopped applying and brings it back on changing back', () => {
    const alone = fill({ rented: 'false' }, filled)
    const ids = standingOf(form, alone.kept, TODAY).applying.map(({ field }) => field.field.id)
    expect(ids).not.toContain('landlord')
    expect(standingOf(form, alone.kept, TODAY).materials.map(({ id }) => id)).not.toContain('lease')
    const again = fill({ rented: 'true' }, alone.kept)
    expect(standingOf(form, again.kept, TODAY)).toEqual(standingOf(form, filled, TODAY))
    expect(again.changed.join()).toContain('房东姓名沿用之前填的林样例')
  })

  test('says at once when the answer closes the way, and opens it again', () => {
    const closed = fill({ livesSince: '2026-09-01' }, filled)
    expect(closed.changed).toContain('办理条件：住满半年再来。')
    expect(standingOf(form, closed.kept, TODAY).complete).toBe(false)
    const open = fill({ livesSince: '2026-01-01' }, closed.kept)
    expect(open.changed).toContain('这一条不再适用：住满半年再来。')
    expect(standingOf(form, open.kept, TODAY).complete).toBe(true)
  })
})
