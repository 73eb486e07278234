import { describe, expect, test } from 'vitest'
import type { KeptValues } from '../../src/services/forms/applicable-fields.ts'
import { compileService } from '../../src/services/forms/compile-service.ts'
import { decideFill } from '../../src/services/drafts/fill.ts'
import { defectsOf, reviewOf } from '../../src/services/drafts/review.ts'
import { standingOf } from '../../src/services/drafts/standing.ts'
import { ADULT_ID, COMPLETE, said, TODAY } from './sample-citizen.ts'
import { SAMPLE, SAMPLE_GUIDE } from './sample-service.ts'

const form = compileService(SAMPLE, SAMPLE_GUIDE)
const kept = decideFill(form, new Map(), said(COMPLETE), TODAY).kept
const review = (values: KeptValues, compiled = form, today = TODAY) =>
  reviewOf('a-1', compiled, standingOf(compiled, values, today), today)

describe('the review card', () => {
  test('shows every value in full and where it came from, in words', () => {
    const { values, materials, fee, deadline, declaration } = review(kept)
    const byId = new Map(values.map((value) => [value.id, value]))
    expect(byId.get('citizenId')?.value).toBe(ADULT_ID)
    expect(byId.get('situation')?.value).toBe('首次申领')
    expect(byId.get('name')?.provenance).toEqual({ kind: 'citizen', detail: '您说的' })
    expect(byId.get('birthDate')?.provenance.kind).toBe('derived')
    expect(materials.map(({ label }) => label)).toEqual(['身份证', '相片', '租赁合同'])
    expect({ fee, deadline, declaration }).toEqual({
      fee: '免费',
      deadline: '受理后10个工作日内',
      declaration: '我保证所填内容属实。',
    })
  })

  test('has the same hash for the same card, whatever the order of telling', () => {
    const turned = new Map([...kept].reverse())
    expect(review(turned).reviewHash).toBe(review(kept).reviewHash)
    expect(review(kept, form, '2026-11-24').reviewHash).toBe(review(kept).reviewHash)
  })

  test('has another hash as soon as a value, its origin, a material, the fee, the limit or the declaration differs', () => {
    const origin = { kind: 'earlier-case', detail: '上次的' } as const
    const hashes = [
      review(kept),
      review(new Map([...kept, ['name', { value: '陈小羊', provenance: { kind: 'citizen', detail: '您说的' } }]])),
      review(new Map([...kept, ['name', { value: '陈小样', provenance: origin }]])),
      review(kept, compileService({ ...SAMPLE, materials: SAMPLE.materials.slice(1) }, SAMPLE_GUIDE)),
      review(kept, compileService({ ...SAMPLE, fee: [] }, SAMPLE_GUIDE)),
      review(kept, compileService({ ...SAMPLE, limit: 'none' }, SAMPLE_GUIDE)),
      review(kept, compileService({ ...SAMPLE, declaration: '我同意。' }, SAMPLE_GUIDE)),
      reviewOf('a-2', form, standingOf(form, kept, TODAY), TODAY),
    ].map(({ reviewHash }) => reviewHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('what is missing', () => {
  test('is told once and completely', () => {
    const { kept } = decideFill(form, new Map(), said({ situation: 'first-issue', local: 'true' }), TODAY)
    const defects = defectsOf(form, standingOf(form, kept, TODAY))
    expect(defects.map(({ field }) => field)).toEqual(['livesSince', 'name', 'mobile', 'citizenId', 'rented', null])
    expect(defects.at(-1)?.message).toBe('户口在本市的不用办。')
  })

  test('includes kept values that a changed form no longer takes', () => {
    const fields = SAMPLE.fields.map((field) =>
      field.id === 'name' ? { ...field, element: 'mobile' as const } : field,
    )
    const changed = compileService({ ...SAMPLE, fields }, SAMPLE_GUIDE)
    const defects = defectsOf(changed, standingOf(changed, kept, TODAY))
    expect(defects.map(({ field }) => field)).toEqual(['name'])
  })
})
