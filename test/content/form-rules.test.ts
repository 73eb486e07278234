import { describe, expect, test } from 'vitest'
import { conditionFields } from '../../src/content/checks/check-service.ts'
import { compileCondition } from '../../src/content/index.ts'
import { ownContent } from '../support/own-content.ts'

const TODAY = '2026-11-23'
const content = await ownContent()

/** Ids of the rules of a form that hold for a synthetic citizen. */
function holding(id: string, values: Readonly<Record<string, string>>): string[] {
  const service = content.services.get(id)
  if (service === undefined) throw new Error(`no form ${id}`)
  const fields = conditionFields(service)
  return service.eligibility
    .filter(({ when }) => compileCondition(when, fields).evaluate(values, TODAY) === true)
    .map((rule) => rule.id)
}

describe('a residence permit', () => {
  const tenant = {
    situation: 'first-issue',
    registeredInXiamen: 'false',
    livesSince: '2026-05-23',
    birthDate: '1990-01-01',
  }
  test('is open to somebody from elsewhere after half a year', () => {
    expect(holding('residence-permit', tenant)).toEqual([])
  })
  test('has to wait one day short of it', () => {
    expect(holding('residence-permit', { ...tenant, livesSince: '2026-05-24' })).toEqual(['too-short'])
  })
  test('is not for people registered in Xiamen', () => {
    expect(holding('residence-permit', { ...tenant, registeredInXiamen: 'true' })).toEqual(['local-household'])
  })
  test('asks for a guardian on the day before the sixteenth birthday, not on it', () => {
    expect(holding('residence-permit', { ...tenant, birthDate: '2010-11-24' })).toEqual(['minor'])
    expect(holding('residence-permit', { ...tenant, birthDate: '2010-11-23' })).toEqual([])
  })
})

describe('unemployment benefit', () => {
  const laidOff = {
    leaveReason: 'dismissed',
    registeredUnemployed: 'true',
    seekingWork: 'true',
    receivingPension: 'false',
  }
  test.each([
    ['11', 'short-contribution'],
    ['12', 'period-short'],
    ['59', 'period-short'],
    ['60', 'period-middle'],
    ['119', 'period-middle'],
    ['120', 'period-long'],
  ])('for %s months paid means %s', (contributedMonths, rule) => {
    expect(holding('unemployment-benefit', { ...laidOff, contributedMonths })).toEqual([rule])
  })
  test('is not for those who resigned, and waits for the registration', () => {
    expect(holding('unemployment-benefit', { ...laidOff, leaveReason: 'resigned' })).toEqual(['voluntary'])
    expect(holding('unemployment-benefit', { ...laidOff, registeredUnemployed: 'false' })).toEqual(['not-registered'])
  })
})

test('the housing fund pays rent after three months, never to home owners', () => {
  const tenant = { situation: 'ordinary', ownsHome: 'false', fundMonths: '3' }
  expect(holding('housing-fund-rent', tenant)).toEqual(['quota'])
  expect(holding('housing-fund-rent', { ...tenant, fundMonths: '2' })).toEqual(['short-contribution', 'quota'])
  expect(holding('housing-fund-rent', { situation: 'affordable', ownsHome: 'true' })).toEqual(['home-owner'])
})

test('social insurance is not paid twice', () => {
  expect(holding('flexible-employment', { insuredByEmployer: 'true', workKind: 'platform' })).toEqual([
    'already-insured',
  ])
  expect(
    holding('flexible-employment', { insuredByEmployer: 'false', workKind: 'self-employed', hasEmployees: 'true' }),
  ).toEqual(['employer-shop'])
})

test('a single-entry or expired permit does not carry a residence permit for Taiwan residents', () => {
  const lives = { situation: 'first-issue', livesSince: '2025-01-01', birthDate: '1990-01-01' }
  expect(holding('taiwan-residence-permit', { ...lives, permitKind: 'single' })).toEqual([
    'single-entry',
    'fingerprints',
  ])
  expect(
    holding('taiwan-residence-permit', { ...lives, permitKind: 'five-year', permitExpires: '2026-11-22' }),
  ).toEqual(['expired-permit', 'fingerprints'])
  expect(
    holding('taiwan-residence-permit', { ...lives, permitKind: 'five-year', permitExpires: '2026-11-23' }),
  ).toEqual(['fingerprints'])
})

test('a driving licence is renewed from ninety days before it expires until a year after', () => {
  const driver = { situation: 'expiring', birthDate: '1980-01-01', examinedOn: '2026-10-01' }
  expect(holding('driver-licence-renewal', { ...driver, licenceExpiresOn: '2027-02-21' })).toEqual([])
  expect(holding('driver-licence-renewal', { ...driver, licenceExpiresOn: '2027-02-22' })).toEqual(['too-early'])
  expect(holding('driver-licence-renewal', { ...driver, licenceExpiresOn: '2025-11-24' })).toEqual([])
  expect(holding('driver-licence-renewal', { ...driver, licenceExpiresOn: '2025-11-23' })).toEqual(['cancelled'])
  expect(
    holding('driver-licence-renewal', { ...driver, licenceExpiresOn: '2027-01-01', examinedOn: '2026-05-23' }),
  ).toEqual(['stale-examination'])
})

test('the senior allowance turns nobody away by an age that Xiamen has not confirmed', () => {
  const senior = { applicant: 'self', registeredInXiamen: 'true', receiving: 'false' }
  expect(holding('senior-allowance', { ...senior, birthDate: '1946-11-23' })).toEqual([])
  expect(holding('senior-allowance', { ...senior, birthDate: '1956-01-01' })).toEqual(['starting-age'])
  expect(holding('senior-allowance', { ...senior, birthDate: '1970-01-01' })).toEqual(['not-senior'])
})
