import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { type Acknowledgement, createApproval, startSandboxCity } from '../../src/city/index.ts'
import { cityForTest, filing, quiet, temporaryFolder } from './city-for-test.ts'

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(10)
}

test('a city killed in the middle of filings comes back on its port and has lost no acknowledged one', async () => {
  const city = await cityForTest({ pace: 0.001 })
  const approval = createApproval({ baseUrl: city.baseUrl, timeoutMs: 5_000 })
  const acknowledged = new Map<string, Acknowledgement>()
  let next = 0

  /** A citizen's filing is offered again with the same key until it is acknowledged, as the outbox does. */
  const fileUntilAcknowledged = async (receiptNumber: string): Promise<void> => {
    for (;;) {
      try {
        acknowledged.set(receiptNumber, await approval.file(filing(receiptNumber), `key-${receiptNumber}`))
        return
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'city-unavailable') throw error
        await sleep(20)
      }
    }
  }
  const clerk = async (): Promise<void> => {
    while (next < 120) {
      next += 1
      await fileUntilAcknowledged(`R${next}`)
    }
  }
  const killer = async (): Promise<void> => {
    for (const after of [15, 45, 80]) {
      await until(() => acknowledged.size >= after && city.pid() !== undefined)
      const pid = city.pid()
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    }
  }
  await Promise.all([clerk(), clerk(), clerk(), clerk(), killer()])
  await until(() => city.pid() !== undefined)

  expect(acknowledged.size).toBe(120)
  expect(new Set([...acknowledged.values()].map((one) => one.filingNumber)).size).toBe(120)
  // Also waits until the city has answered after the last kill.
  await fileUntilAcknowledged('R1')
  for (const [receiptNumber, acknowledgement] of acknowledged) {
    expect(await approval.file(filing(receiptNumber), `key-${receiptNumber}`)).toEqual(acknowledgement)
    expect((await approval.progress(receiptNumber))?.events).toHaveLength(1)
  }
})

test('stops when it is disposed, and stays down', async () => {
  const city = await startSandboxCity({ dataDir: await temporaryFolder(), log: quiet })
  const pid = city.pid()
  await city[Symbol.asyncDispose]()
  expect(city.pid()).toBeUndefined()
  expect(pid !== undefined && alive(pid)).toBe(false)
})

test('ends when the process that keeps it is killed', async () => {
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL('./keeper.ts', import.meta.url)), await temporaryFolder()],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const line: unknown[] = await once(createInterface({ input: keeper.stdout }), 'line')
  const pid = Number(line[0])
  expect(alive(pid)).toBe(true)
  keeper.kill('SIGKILL')
  await until(() => !alive(pid))
})

test('says so when the first start fails', async () => {
  const start = startSandboxCity({ dataDir: '/dev/null/nowhere', log: quiet })
  await expect(start).rejects.toMatchObject({ code: 'city-unavailable' })
})

test('what was filed is there after an ordinary stop and start', async () => {
  const dataDir = await temporaryFolder()
  const first = await startSandboxCity({ dataDir, log: quiet })
  const before = await createApproval({ baseUrl: first.baseUrl, timeoutMs: 5_000 }).file(filing('R1'), 'key-1')
  await first[Symbol.asyncDispose]()
  const second = await startSandboxCity({ dataDir, log: quiet })
  const after = await createApproval({ baseUrl: second.baseUrl, timeoutMs: 5_000 }).file(filing('R1'), 'key-1')
  await second[Symbol.asyncDispose]()
  expect(after).toEqual(before)
})
