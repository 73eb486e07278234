import { beforeEach, describe, expect, test } from 'vitest'
import type { Counter } from '../../src/services/index.ts'
import { photoOf } from '../support/sample-files.ts'
import { file, openOffice, readyDraft, refusal, type Office } from './open-counter.ts'
import { ADULT_ID, said } from './sample-citizen.ts'
import { CONTENT, SAMPLE } from './sample-service.ts'

let office: Office
let counter: Counter

beforeEach(async () => {
  office = await openOffice()
  counter = office.counter
})

describe('drafts', () => {
  test('starting again takes up the open draft instead of opening a second one', async () => {
    const first = await counter.start({
      conversationId: 'mine',
      service: 'sample-pass',
      values: said({ name: '陈小样' }),
    })
    const again = await counter.start({ conversationId: 'mine', service: 'sample-pass' })
    expect(again.application.id).toBe(first.application.id)
    expect(again.application.fields.find(({ id }) => id === 'name')?.value).toBe('陈小样')
  })

  test('starting another service sets the first draft aside, and coming back takes it up untouched', async () => {
    const first = await counter.start({
      conversationId: 'mine',
      service: 'sample-pass',
      values: said({ rented: 'true' }),
    })
    await counter.start({ conversationId: 'mine', service: 'sample-allowance' })
    expect((await counter.drafts('mine')).map(({ service, setAside }) => [service, setAside])).toEqual([
      ['sample-allowance', false],
      ['sample-pass', true],
    ])
    const back = await counter.setAside('mine', first.application.id, false)
    expect(back).toMatchObject({ setAside: false, id: first.application.id })
    expect(back.fields).toEqual(first.application.fields)
    expect((await counter.drafts('mine')).map(({ service }) => service)).toEqual(['sample-pass', 'sample-allowance'])
  })

  test('what the citizen said for one application is not asked again for the next', async () => {
    await readyDraft(counter)
    const { application, accepted } = await counter.start({ conversationId: 'mine', service: 'sample-allowance' })
    expect(application.pending).toEqual(['months'])
    expect(accepted.map(({ field }) => field)).toEqual(['name', 'mobile'])
    expect(application.fields[0]?.provenance?.detail).toBe('沿用《样例通行证》里填写的')
    const theirs = await counter.start({ conversationId: 'theirs', service: 'sample-allowance' })
    expect(theirs.application.pending).toEqual(['name', 'mobile', 'months'])
  })

  test('secret values are masked in the view and sealed in the database', async () => {
    const id = await readyDraft(counter)
    const view = await counter.show('mine', id)
    expect(JSON.stringify(view)).not.toContain(ADULT_ID)
    expect(view.fields.find((field) => field.id === 'citizenId')).toMatchObject({ masked: true })
    const rows = await office.store.db.selectFrom('applications').selectAll().execute()
    const events = await office.store.db.selectFrom('applicationEvents').selectAll().execute()
    expect(JSON.stringify([rows, events])).not.toMatch(/350203|陈小样|13800000000/)
  })

  test('a refused value writes nothing: no version, no event', async () => {
    const id = await readyDraft(counter)
    const before = await office.store.db.selectFrom('applicationEvents').select('id').execute()
    const result = await counter.fill({ conversationId: 'mine', applicationId: id, values: said({ mobile: '12' }) })
    expect(result.rejected).toHaveLength(1)
    expect(result.application).toEqual(await counter.show('mine', id))
    expect(await office.store.db.selectFrom('applicationEvents').select('id').execute()).toEqual(before)
  })

  test('another conversation sees nothing of it, whatever it tries', async () => {
    const id = await readyDraft(counter)
    const { reviewHash, confirmation } = await counter.review('mine', id)
    const theirs = { conversationId: 'theirs', applicationId: id }
    const tries = [
      counter.show('theirs', id),
      counter.fill({ ...theirs, values: said({ name: '别人' }) }),
      counter.review('theirs', id),
      counter.setAside('theirs', id, true),
      counter.discard('theirs', id),
      counter.withdraw({ ...theirs, reason: '' }),
      counter.submit({ ...theirs, reviewHash, confirmation, idempotencyKey: 'k' }),
    ]
    for (const attempt of tries) expect(await refusal(attempt)).toBe('not-found')
    expect(await counter.drafts('theirs')).toEqual([])
    expect((await counter.show('mine', id)).status).toBe('ready')
  })

  test('a page that shows an older version is told so instead of overwriting', async () => {
    const id = await readyDraft(counter)
    const { version } = await counter.show('mine', id)
    const change = (name: string) =>
      refusal(counter.fill({ conversationId: 'mine', applicationId: id, values: said({ name }), version }))
    expect(await change('林一')).toBe('not refused')
    expect(await change('林二')).toBe('precondition-failed')
    expect((await counter.show('mine', id)).fields.find((field) => field.id === 'name')?.value).toBe('林一')
    const again = counter.fill({ conversationId: 'mine', applicationId: id, values: said({ name: '林三' }), version })
    expect(await again.catch((error: Error) => error.cause)).toBeUndefined()
  })

  test('fills at the same moment all arrive', async () => {
    const id = await readyDraft(counter)
    const second = await office.another()
    const values = [{ name: '林一' }, { mobile: '13700000000' }, { landlord: '王二' }, { remark: '加急' }]
    await Promise.all(
      values.map((value, index) =>
        (index % 2 === 0 ? counter : second).fill({ conversationId: 'mine', applicationId: id, values: said(value) }),
      ),
    )
    const { fields, version } = await counter.show('mine', id)
    const byId = new Map(fields.map((field) => [field.id, field.shown]))
    expect([byId.get('name'), byId.get('landlord'), byId.get('remark')]).toEqual(['林一', '王二', '加急'])
    expect(version).toBe(6)
  })

  test('a dropped draft is gone from hand and cannot be changed', async () => {
    const id = await readyDraft(counter)
    expect(await counter.discard('mine', id)).toMatchObject({ status: 'withdrawn', next: null })
    expect(await counter.drafts('mine')).toEqual([])
    expect(
      await refusal(counter.fill({ conversationId: 'mine', applicationId: id, values: said({ name: '林一' }) })),
    ).toBe('conflict')
  })

  test('a filed case cannot be changed, and reads as it was filed whatever becomes of the form', async () => {
    const id = await readyDraft(counter)
    await file(counter, id)
    const before = await counter.show('mine', id)
    expect(
      await refusal(counter.fill({ conversationId: 'mine', applicationId: id, values: said({ name: '林一' }) })),
    ).toBe('conflict')
    counter.replace({ ...CONTENT, services: new Map() })
    expect(await counter.show('mine', id)).toEqual(before)
    expect(await refusal(counter.start({ conversationId: 'mine', service: SAMPLE.id }))).toBe('not-found')
  })
})

describe('checking eligibility', () => {
  test('says what holds, and asks only what would decide', () => {
    const open = counter.checkEligibility('sample-pass', {})
    expect(open.findings).toEqual([])
    expect(open.unknown.map(({ field }) => field)).toEqual(['situation', 'local', 'citizenId'])
    const closed = counter.checkEligibility('sample-pass', { local: 'true', situation: 'replacement' })
    expect(closed.findings.map(({ id }) => id)).toEqual(['local'])
    expect(closed.unknown.map(({ field }) => field)).toEqual(['citizenId'])
  })

  test('takes a wrong value as not known', () => {
    expect(
      counter.checkEligibility('sample-pass', { local: '大概', nothing: 'x' }).unknown.map(({ field }) => field),
    ).toContain('local')
  })
})

describe('what is kept', () => {
  test('erasing a conversation erases drafts with their logs, and leaves filed cases', async () => {
    const filed = await readyDraft(counter)
    await file(counter, filed)
    await counter.start({ conversationId: 'mine', service: 'sample-allowance' })
    expect(await counter.eraseDrafts('mine')).toBe(1)
    expect(await counter.drafts('mine')).toEqual([])
    expect(await counter.cases('mine')).toHaveLength(1)
    expect(await counter.eraseDrafts('mine')).toBe(0)
  })

  test('what is kept too long goes, a filed case stays, and nothing goes before its day', async () => {
    await file(counter, await readyDraft(counter))
    const { db, seal } = office.store
    const at = office.now()
    await db
      .insertInto('messages')
      .values({ id: 'm', conversationId: 'mine', seq: 1, role: 'user', partsSealed: seal('[]'), createdAt: at })
      .execute()
    await db
      .updateTable('conversations')
      .set({ expiresAt: at + 86_400_000 })
      .where('id', '=', 'mine')
      .execute()
    const left = async () => [
      (await db.selectFrom('messages').select('id').execute()).length,
      (await db.selectFrom('submissions').select('key').execute()).length,
    ]
    expect(await counter.sweep()).toBe(0)
    expect(await left()).toEqual([1, 1])
    office.advance(86_400_000)
    expect(await counter.sweep()).toBe(1)
    expect(await left()).toEqual([0, 1])
    office.advance(90 * 86_400_000)
    await counter.sweep()
    expect(await left()).toEqual([0, 0])
    expect(await counter.cases('mine')).toHaveLength(1)
  })

  test('a draft nobody touched for a month expires and its values are erased', async () => {
    const id = await readyDraft(counter)
    office.advance(29 * 86_400_000)
    expect(await counter.expireDrafts()).toBe(0)
    office.advance(86_400_000)
    expect(await counter.expireDrafts()).toBe(1)
    const view = await counter.show('mine', id)
    expect(view.status).toBe('expired')
    expect(view.fields.every(({ value }) => value === null)).toBe(true)
    expect(await office.store.db.selectFrom('applicationEvents').select('status').execute()).toEqual([
      expect.objectContaining({ status: 'expired' }),
    ])
  })

  test('a file goes with the draft it was for: when it is erased, and when it expires', async () => {
    const files = () => office.store.db.selectFrom('materials').selectAll().execute()
    const give = async (conversationId: string, applicationId: string) =>
      counter.upload({
        conversationId,
        applicationId,
        material: 'identity-card',
        name: 'a.jpg',
        content: photoOf(1000),
      })
    const id = await readyDraft(counter)
    const { version } = await give('mine', id)
    const [kept] = await files()
    expect(kept?.contentSealed).not.toContain(photoOf(1000).toString('base64').slice(40, 80))
    expect(Buffer.from(office.store.unseal(kept?.contentSealed ?? ''), 'base64').equals(photoOf(1000))).toBe(true)
    expect((await counter.show('mine', id)).version).toBe(version)
    office.advance(30 * 86_400_000)
    expect(await counter.expireDrafts()).toBe(1)
    expect(await files()).toEqual([])
    expect((await counter.show('mine', id)).materials.flatMap((line) => line.files)).toEqual([])
    const next = await readyDraft(counter)
    await give('mine', next)
    expect(await files()).toHaveLength(1)
    await counter.eraseDrafts('mine')
    expect(await files()).toEqual([])
  })

  test('a wish for a person is recorded, the transcript sealed', async () => {
    const { ticket } = await counter.handOver({
      conversationId: 'mine',
      reason: 'citizen-asked',
      transcript: '我要找人',
    })
    expect(ticket).toMatch(/^RG20261123-/)
    const row = await office.store.db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
    expect(row.transcriptSealed).not.toContain('找人')
    expect(office.store.unseal(row.transcriptSealed)).toBe('我要找人')
  })
})
