import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { editStaffFile } from '../support/staff-files.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'

vi.setConfig({ testTimeout: 240_000 })

describe('npm run eval -- --changed', () => {
  let house: EvalHouse
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=样例', '-c', 'user.email=sample@example.invalid', ...words], {
      cwd: house.root,
    })
  beforeAll(async () => {
    house = await openEvalHouse(undefined, ['resident-id', 'passport'])
    git('init', '--quiet')
    git('add', 'knowledge', 'prompts', 'evals')
    git('commit', '--quiet', '--message', '样例')
  })
  afterAll(() => house[Symbol.asyncDispose]())

  test('plays nothing where nothing changed, and that is no pass (5)', async () => {
    const { code, out } = await house.call(['--changed', 'HEAD'])
    expect([code, out]).toEqual([5, expect.stringContaining('HEAD 以来改了 0 个内容文件，涉及 0 个样本')])
  })

  test('plays what an edited guide touches, committed or not', async () => {
    await editStaffFile(
      house.root,
      'knowledge/guides/identity/resident-id.md',
      'checked: 2026-11-23',
      'checked: 2026-11-24',
    )
    expect((await house.call(['--changed', 'HEAD'])).out).toMatch(/涉及 1 个样本[^]*2 条中 2 条通过/)
    git('commit', '--all', '--quiet', '--message', '改了指南')
    expect((await house.call(['--changed', 'HEAD'])).code).toBe(5)
    expect((await house.call(['--changed', 'HEAD~1'])).out).toContain('涉及 1 个样本')
  })

  test('plays a file of samples that git does not know yet', async () => {
    await house.write(
      'evals/answers/other.yaml',
      '- {id: other, guide: passport, question_type: fee, ask: [办护照多少钱], outcome: answer}\n',
    )
    expect((await house.call(['--changed', 'HEAD'])).out).toContain('涉及 1 个样本')
  })

  test.each(['no-such-branch', '--output=x', ''])('takes no reference that is none (2): %j', async (reference) => {
    expect(await house.call([`--changed=${reference}`])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('git'),
    })
  })
})
