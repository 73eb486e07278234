import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runAudit } from '../../src/commands/audit.ts'
import { readConfig } from '../../src/config.ts'
import type { MaterialList } from '../../src/wire.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, RESIDENCE_PERMIT_VALUES, reviewOf, submit } from '../support/filled-application.ts'
import { photoOf } from '../support/sample-files.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'
import { uploadFile } from '../support/upload-file.ts'

let running: RunningApp
let printed: string
beforeAll(async () => {
  running = await startApp()
}, 60_000)
afterAll(() => running.close())
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const verify = () => runAudit(readConfig({ DATA_DIR: running.dataDir }), ['verify'])

async function submitOne(): Promise<string> {
  const citizen = await openCitizen(running.url)
  const review = await reviewOf(citizen, await fillResidencePermit(citizen))
  const answer = await submit(citizen, review, randomUUID())
  expect(answer.status).toBe(201)
  return review.applicationId
}

function inDatabase<Result>(work: (database: DatabaseSync) => Result): Result {
  using database = new DatabaseSync(join(running.dataDir, 'bianban.db'), { timeout: 5_000 })
  return work(database)
}

test('a submission stands in the audit log once, without the values of the citizen', async () => {
  const application = await submitOne()
  const rows = inDatabase((database) => database.prepare('select * from auditEntries').all())
  expect(rows).toMatchObject([{ seq: 1, act: 'submitted', applicationId: application }])
  expect(JSON.stringify(rows)).not.toContain(RESIDENCE_PERMIT_VALUES['citizenId'])
  expect(await verify()).toBe(0)
  expect(printed).toContain('共1条')
})

test.each([
  ['an altered entry', "update auditEntries set act = 'withdrawn' where seq = 2", 2],
  ['a later date', 'update auditEntries set at = at + 1 where seq = 1', 1],
  ['an entry taken out', 'delete from auditEntries where seq = 2', 3],
])('%s is named by the check', async (_what, tampering, place) => {
  for (let count = 0; count < 2; count += 1) await submitOne()
  expect(await verify()).toBe(0)
  inDatabase((database) => database.exec(`create table saved as select * from auditEntries; ${tampering}`))
  expect(await verify()).toBe(1)
  expect(printed).toContain(`第${place}条断开`)
  inDatabase((database) =>
    database.exec('delete from auditEntries; insert into auditEntries select * from saved; drop table saved'),
  )
  expect(await verify()).toBe(0)
})

test.each([
  ['the last entry', 'delete from auditEntries where seq = (select max(seq) from auditEntries)'],
  ['every entry', 'delete from auditEntries'],
  [
    'the last entry together with the head',
    `delete from auditEntries where seq = (select max(seq) from auditEntries);
    delete from auditHead`,
  ],
  [
    'the last entry, and the head moved back',
    `delete from auditEntries where seq = (select max(seq) from auditEntries);
     update auditHead set seq = (select max(seq) from auditEntries),
       digest = (select digest from auditEntries order by seq desc limit 1)`,
  ],
])('an end cut off is found: %s', async (_what, tampering) => {
  for (let count = 0; count < 2; count += 1) await submitOne()
  expect(await verify()).toBe(0)
  const save = ['auditEntries', 'auditHead'].map((table) => `create table saved_${table} as select * from ${table};`)
  inDatabase((database) => database.exec(`${save.join('')} ${tampering}`))
  expect(await verify()).toBe(1)
  expect(printed).toContain('结尾不对')
  expect(printed).toContain('找不到')
  for (const table of ['auditEntries', 'auditHead'])
    inDatabase((database) =>
      database.exec(
        `delete from ${table}; insert into ${table} select * from saved_${table}; drop table saved_${table}`,
      ),
    )
  expect(await verify()).toBe(0)
})

test('a file handed in and taken back stands in the audit log, its name and contents do not', async () => {
  const citizen = await openCitizen(running.url)
  const id = await fillResidencePermit(citizen)
  const file = { material: 'photo', name: '陈测试的照片.jpg', content: photoOf(1000) }
  const { materials } = (await (await uploadFile(running.url, citizen, id, file)).json()) as MaterialList
  const given = materials.flatMap(({ files }) => files)[0]
  await citizen.call('DELETE', `/api/applications/${id}/materials/${given?.id}`)
  const rows = inDatabase((database) =>
    database.prepare('select act, detailDigest from auditEntries where applicationId = ? order by seq').all(id),
  )
  expect(rows).toMatchObject([{ act: 'material-added' }, { act: 'material-removed' }])
  expect(JSON.stringify(rows)).not.toContain('照片')
  expect(await verify()).toBe(0)
})
