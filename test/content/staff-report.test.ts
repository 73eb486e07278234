import { expect, test } from 'vitest'
import { printReport, readStaffContent, staffReport } from '../../src/content/index.ts'
import { GUIDE, SERVICE, staffFolder } from './sample-files.ts'

const CLUB_GUIDE = GUIDE.replaceAll('kite-permit', 'kite-club')
  .replaceAll('风筝证申领', '风筝会入会')
  .replace('aliases: [风筝证]', 'aliases: [纸鸢]')

/** The report of a small staff folder, searched by somebody who always comes back with the same guide. */
async function reportOf(changes: Readonly<Record<string, string>> = {}, today = '2026-11-23', staleMonths = 6) {
  using folder = staffFolder(changes)
  return staffReport(readStaffContent(folder.root), { today, staleMonths, find: async () => 'kite-permit' })
}

test('the report of sound files begins with a count and names no problem', async () => {
  const report = await reportOf()
  expect(printReport(report)).toMatch(
    /^1 guides, 1 services, 1 bundles, 1 benefits, 1 messages, 1 prompts, 1 synonym groups: no problems\n/,
  )
  expect(report.coverage).toEqual([
    {
      guide: 'kite-permit',
      title: '风筝证申领',
      sections: { who: 11, materials: 5, how: 5, time: 10, fees: 18, where: 15, faq: 16, basis: 10 },
      english: ['who', 'time', 'fees'],
      questions: 2,
      numbers: 7,
      asks: 5,
      silent: 0,
      untranslated: 5,
      form: 'kite-permit',
    },
  ])
})

test('problems come first, and what could be read is reported all the same', async () => {
  const report = await reportOf({
    'knowledge/services/kite-permit.yaml': SERVICE.replace('limit: legal', 'limit: late'),
  })
  expect(printReport(report)).toMatch(/^knowledge\/services\/kite-permit\.yaml line 24: .*1 problem in 1 file\n/s)
  expect(report.coverage).toHaveLength(1)
})

test('points that questions name and the guide has no more are listed, and questions it is silent on are counted', async () => {
  const report = await reportOf({
    'knowledge/asks/kite-permit.yaml': [
      'id: kite-permit',
      'fees:',
      '  - { answer: [fees#开头], asks: [放个风筝还要钱啊] }',
      '  - { answer: [fees#押金], asks: [押金退吗, 押金多少] }',
      '  - { answer: [], asks: [能刷卡吗] }',
    ].join('\n'),
  })
  expect(report.deadPoints).toEqual([{ guide: 'kite-permit', point: 'fees#押金', asks: 2 }])
  expect(printReport(report)).toContain('kite-permit：fees#押金（2句问法）')
  expect(report.coverage[0]?.silent).toBe(1)
})

test('a source looked at longer ago than agreed is named with its age', async () => {
  expect((await reportOf({}, '2027-05-22')).stale).toEqual([])
  expect((await reportOf({}, '2027-05-23')).stale).toEqual([{ guide: 'kite-permit', checked: '2026-11-23', months: 6 }])
  expect((await reportOf({}, '2026-12-23', 1)).stale).toHaveLength(1)
  expect(printReport(await reportOf({}, '2027-05-23'))).toContain('kite-permit：2026-11-23 核对，已过6个月')
})

test('numbers that wait for their proof are listed, and rules that decide without one', async () => {
  const report = await reportOf({
    'knowledge/services/kite-permit.yaml': SERVICE.replace('age(birthDate) < 16', 'age(birthDate) < 17'),
  })
  expect(report.unproven).toEqual([{ guide: 'kite-permit', id: 'replacement', label: '补领工本费' }])
  expect(report.unsourced).toEqual([
    { form: 'kite-permit', rule: 'too-young', when: 'age(birthDate) < 17', numbers: [17] },
  ])
  expect(printReport(report)).toContain('kite-permit 的 too-young：17（age(birthDate) < 17）')
})

test('a guide that its own questions do not find is named', async () => {
  const report = await reportOf({
    'knowledge/guides/leisure/kite-club.md': CLUB_GUIDE.replace('service: kite-club\n', ''),
  })
  expect(report.problems).toEqual([])
  expect(report.strayAsks.map(({ guide, found }) => `${guide} → ${found}`)).toEqual(
    Array.from({ length: 5 }, () => 'kite-club → kite-permit'),
  )
  expect(printReport(report)).toContain('自己的每一句问法都找不到它）：1\n  kite-club（风筝会入会）')
})

test('passages that two guides share are named, those of one guide are not', async () => {
  const long = '到风筝窗口办，先取号，再交表，等叫到号再去领证，带好风筝和照片。'
  const guide = GUIDE.replace('到窗口办。', long).replace('可以。', long)
  expect((await reportOf({ 'knowledge/guides/leisure/kite-permit.md': guide })).nearDuplicates).toEqual([])
  const club = CLUB_GUIDE.replace('service: kite-club\n', '').replace('到窗口办。', long.replace('叫到号', '叫号'))
  const { nearDuplicates } = await reportOf({
    'knowledge/guides/leisure/kite-permit.md': guide,
    'knowledge/guides/leisure/kite-club.md': club,
  })
  expect(nearDuplicates.map(({ one, other }) => `${one} ${other}`)).toContain('kite-club#how kite-permit#how')
})

test('words of the thesaurus that stand for two things, or for none, are named', async () => {
  const report = await reportOf({
    'knowledge/guides/leisure/kite-club.md': CLUB_GUIDE.replace('service: kite-club\n', ''),
    'knowledge/thesaurus.yaml':
      'groups:\n  - { word: 风筝证, synonyms: [纸鸢, 鸢] }\n  - { word: 照片, synonyms: [风筝證] }\n  - { word: 护照, synonyms: [本本] }\n  - { word: 窗口, synonyms: [鳶] }\n',
  })
  expect(report.problems).toEqual([])
  expect(report.collisions).toEqual([
    { synonym: '风筝證', word: '照片', kind: 'other-word', other: '风筝证' },
    { synonym: '鳶', word: '窗口', kind: 'two-groups', other: '风筝证' },
  ])
  expect(report.dead).toEqual(['护照'])
})

test('a synonym that is the name of a guide which never uses the word leads astray', async () => {
  const club = CLUB_GUIDE.replace('service: kite-club\n', '').replaceAll('窗口', '会所')
  const { collisions } = await reportOf({
    'knowledge/guides/leisure/kite-club.md': club,
    'knowledge/thesaurus.yaml': 'groups:\n  - { word: 窗口, synonyms: [纸鸢] }\n',
  })
  expect(collisions).toEqual([{ synonym: '纸鸢', word: '窗口', kind: 'other-guide', other: 'kite-club' }])
})
