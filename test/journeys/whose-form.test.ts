import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationPart, ConsentPart } from '../../src/wire.ts'
import { openSignedIn } from '../support/signed-in-citizen.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await startApp()
})
afterAll(() => running.close())

type Started = { readonly application: ApplicationPart }

describe('whose form it is (P17)', () => {
  test('P17: a form that asks by itself for whom it is takes nothing of the one who fills it in', async () => {
    const signedIn = await openSignedIn(running.url, '350203199001010018', 2)
    const start = async (body: object) => {
      const opened = await signedIn.call('POST', '/api/applications', { conversationId: signedIn.id, ...body })
      return ((await opened.json()) as Started).application
    }
    const shown = ({ fields }: Pick<ApplicationPart, 'fields'>) =>
      Object.fromEntries(fields.map(({ id, shown: words }) => [id, words]))
    const open = await start({ service: 'social-security-card' })
    expect(shown(open)).toMatchObject({ name: null, citizenId: null })
    const answered = async (applicant: string, version: number) => {
      const filled = await signedIn.call(
        'PATCH',
        `/api/applications/${open.id}`,
        { values: { applicant } },
        { 'if-match': `"${version}"` },
      )
      return ((await filled.json()) as Started).application
    }
    const own = await answered('self', open.version)
    expect(shown(own)).toMatchObject({ name: '测试市民甲', citizenId: '350***********0018' })
    const family = await answered('family', own.version)
    expect(shown(family)).toMatchObject({ name: null, citizenId: null, agentName: '测试市民甲' })
    const consents = await signedIn.call('GET', `/api/applications/${open.id}/consents`)
    expect(((await consents.json()) as { offers: ConsentPart[] }).offers).toEqual([])

    const elders = await start({ service: 'senior-allowance', actingFor: 'father' })
    expect(shown(elders)).toMatchObject({ applicant: '家人代办', name: null, agentName: '测试市民甲' })
    const sons = await start({ service: 'passport', actingFor: 'child' })
    expect(shown(sons)).toMatchObject({ name: null, citizenId: null, actingRelation: '孩子' })
  })

  test('P17: identity vouches for no other name than its own', async () => {
    const signedIn = await openSignedIn(running.url, '350203199001010018', 1)
    const start = async (body: object) => {
      const opened = await signedIn.call('POST', '/api/applications', { conversationId: signedIn.id, ...body })
      return ((await opened.json()) as Started).application
    }
    const valueOf = ({ fields }: ApplicationPart, id: string) => fields.find((field) => field.id === id)?.shown
    const company = await start({ service: 'company-start' })
    expect(valueOf(company, 'citizenId')).toBeNull()
    const change = async ({ id, version }: ApplicationPart, values: object) => {
      const filled = await signedIn.call('PATCH', `/api/applications/${id}`, { values }, { 'if-match': `"${version}"` })
      return ((await filled.json()) as Started).application
    }
    const stranger = await change(company, { legalRepresentative: '陈样红' })
    expect([valueOf(stranger, 'citizenId'), valueOf(stranger, 'mobile')]).toEqual([null, null])
    const herself = await change(stranger, { legalRepresentative: '测试市民甲' })
    expect(valueOf(herself, 'citizenId')).toBe('350***********0018')

    const permit = await start({ service: 'residence-permit' })
    expect(valueOf(permit, 'citizenId')).toBe('350***********0018')
    const other = await change(permit, { name: '王样明' })
    expect([valueOf(other, 'citizenId'), valueOf(other, 'mobile')]).toEqual([null, null])
  })
})
