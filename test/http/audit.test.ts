import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runAudit } from '../../src/audit.ts'
import { readConfig } from '../../src/config.ts'
import { openCitizen } from '../support/citizen.ts'
import { fillResidencePermit, RESIDENCE_PERMIT_VALUES, reviewOf, submit } from '../support/filled-application.ts'
import { startApp, type RunningApp } from '../support/start-app.ts'

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
