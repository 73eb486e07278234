import { expect, test } from 'vitest'
import { printReport, readStaffContent, staffReport } from '../../src/content/index.ts'
import { BUNDLE } from './sample-bundle.ts'
import { GUIDE, SERVICE, problemsWith, staffFolder } from './sample-files.ts'

const FILE = 'knowledge/bundles/kite-day.yaml'

/** A second matter, whose form asks the same things. */
const CLUB = {
  'knowledge/guides/leisure/kite-club.md': GUIDE.replaceAll('kite-permit', 'kite-club'),
  'knowledge/services/kite-club.yaml': SERVICE.replaceAll('kite-permit', 'kite-club'),
}

function problemsOf(bundle: string, others: Readonly<Record<string, string>> = CLUB): string[] {
  return problemsWith({ ...others, [FILE]: bundle })
}

function bundleAfter(from: string, to: string): string[] {
  expect(BUNDLE).toContain(from)
  return problemsOf(BUNDLE.replace(from, to))
}

test('a bundle is read with its numbers in words', () => {
  using folder = staffFolder()
  const { content, problems } = readStaffContent(folder.root)
  expect(problems).toEqual([])
  const bundle = content.bundles.get('kite-day')
  expect(bundle?.steps.map(({ id, after }) => [id, after])).toEqual([
    ['permit', []],
    ['club', ['permit']],
  ])
  expect(bundle?.steps[1]?.note).toBe('满16周岁的人可以入会。')
})

test('steps that wait for one another are told as the way round', () => {
  const circle = BUNDLE.replace('situation: first-issue }', 'after: [end] }').replace(
    '\nshared:',
    '\n  - { id: end, title: 结束, guide: kite-permit, after: [club] }\nshared:',
  )
  expect(problemsOf(circle)).toEqual([
    `${FILE}:10 the steps wait for one another: permit → end → club → permit | take one of them out of "after"`,
  ])
  expect(bundleAfter('after: [permit]', 'after: [club]')).toEqual([
    `${FILE}:11 the step "club" comes after itself | remove it from "after"`,
  ])
  expect(bundleAfter('after: [permit]', 'after: [permits]').join()).toContain('write permit')
})

test('a step files one form or tells of one matter', () => {
  expect(bundleAfter('service: kite-permit, situation: first-issue', 'note: 去办').join()).toContain(
    'names neither a form nor a guide',
  )
  expect(bundleAfter('guide: kite-permit, after', 'guide: kite-permit, service: kite-club, after').join()).toContain(
    'names a form and a guide',
  )
  expect(bundleAfter('service: kite-permit', 'service: kite-permitt')[0]).toBe(
    `${FILE}:10 the form "kite-permitt" does not exist | write service: kite-permit`,
  )
  expect(bundleAfter('guide: kite-permit, after', 'guide: kite-clubb, after').join()).toContain(
    'write guide: kite-club',
  )
  expect(bundleAfter('situation: first-issue', 'situation: first-isue').join()).toContain('write first-issue')
  expect(bundleAfter('  - { id: club, title: 入会', '  - { id: permit, title: 入会').join()).toContain(
    'stands in steps a second time',
  )
})

test('a bundle of a single step, or with an unknown key, is none', () => {
  expect(problemsOf(BUNDLE.replace(/ {2}- \{ id: club.*\n/, '')).join()).toContain('a list of at least 2')
  expect(bundleAfter('aliases:', 'aliase:').join()).toContain('write "aliases"')
  expect(bundleAfter('id: kite-day', 'id: kite-days').join()).toContain('the id is not the name of the file')
})

test('a condition is over the questions and the shared fields', () => {
  expect(bundleAfter('when: wantsClub', 'when: wantClub')).toEqual([
    `${FILE}:11 the condition "wantClub" is wrong: there is no field "wantClub"; perhaps "wantsClub" | correct the condition`,
  ])
  const shared = BUNDLE.replace(
    '[kite-permit.citizenId] }',
    '[kite-permit.citizenId] }\n  - { id: form, fields: [kite-permit.shape, kite-club.shape] }',
  )
    .replace('guide: kite-permit, after', 'service: kite-club, after')
    .replace('when: wantsClub', 'when: form == "bird"')
  expect(problemsOf(shared)).toEqual([])
  expect(problemsOf(shared.replace('"bird"', '"brid"')).join()).toContain('perhaps "bird"')
})

test('a shared field fills fields that ask for the same thing', () => {
  const both = BUNDLE.replace('guide: kite-permit, after', 'service: kite-club, after')
  const shares = (entry: string) => problemsOf(both.replace('\nshared:', `\nshared:\n  - ${entry}`))
  expect(shares('{ id: born, fields: [kite-permit.birthDate, kite-club.birthDate] }')).toEqual([])
  expect(shares('{ id: born, fields: [kite-permit.birthDate, kite-club.shape] }')).toEqual([
    `${FILE}:13 "kite-club.shape" is choice, not date like "kite-permit.birthDate" | share only fields that ask for the same thing`,
  ])
  expect(shares('{ id: born, fields: [kite-permit.birthDay, kite-club.birthDate] }').join()).toContain(
    'write kite-permit.birthDate',
  )
  expect(shares('{ id: born, fields: [kite-permits.birthDate, kite-club.birthDate] }').join()).toContain(
    'no step files the form "kite-permits"',
  )
  expect(shares('{ id: born, fields: [kite-permit.birthDate] }').join()).toContain('fills a single field')
  expect(shares('{ id: who, fields: [kite-permit.citizenId, kite-club.citizenId] }').join()).toContain(
    '"kite-permit.citizenId" is also filled by "citizenId"',
  )
  const otherOptions = {
    ...CLUB,
    'knowledge/services/kite-club.yaml': CLUB['knowledge/services/kite-club.yaml'].replace('id: fish', 'id: dragon'),
  }
  const entry = '\nshared:\n  - { id: form, fields: [kite-permit.shape, kite-club.shape] }'
  expect(problemsOf(both.replace('\nshared:', entry), otherOptions).join()).toContain('has other options than')
})

test('a field is shared at times under a sound condition, and only where nothing in its form rests on it', () => {
  const both = BUNDLE.replace('guide: kite-permit, after', 'service: kite-club, after')
  const also = (entry: string) =>
    problemsOf(both.replace('[kite-permit.citizenId]', `[kite-permit.citizenId], also: [${entry}]`))
  expect(also('{ field: kite-club.citizenId, when: wantsClub }').join()).toContain('decides something in its form')
  expect(also('{ field: kite-club.citizenID, when: wantsClub }').join()).toContain('write kite-club.citizenId')
  expect(also('{ field: kite-club.citizenId, when: wantClub }').join()).toContain('perhaps "wantsClub"')
})

test('what a bundle asks twice of the same person is told, until it is shared', async () => {
  const both = BUNDLE.replace('guide: kite-permit, after', 'service: kite-club, after')
  const told = (bundle: string) => {
    using folder = staffFolder({ ...CLUB, [FILE]: bundle })
    return staffReport(readStaffContent(folder.root), {
      today: '2026-11-23',
      staleMonths: 6,
      find: async () => undefined,
    })
  }
  const pairs = async (bundle: string) => (await told(bundle)).askedTwice.map(({ one, other }) => `${one} ${other}`)
  expect(await pairs(both)).toContain('kite-permit.shape kite-club.shape')
  expect(printReport(await told(both))).toContain('kite-day：kite-permit.shape 与 kite-club.shape')
  const shared = both.replace('\nshared:', '\nshared:\n  - { id: form, fields: [kite-permit.shape, kite-club.shape] }')
  expect(await pairs(shared)).not.toContain('kite-permit.shape kite-club.shape')
})

test('a bundle over a form with a mistake is left out, and not blamed for it', () => {
  using folder = staffFolder({ 'knowledge/services/kite-permit.yaml': SERVICE.replace('limit: legal', 'limit: late') })
  const { content, problems } = readStaffContent(folder.root)
  expect(problems.map(({ file }) => file)).toEqual(['knowledge/services/kite-permit.yaml'])
  expect([...content.bundles.keys(), ...content.benefits.keys()]).toEqual([])
})
