import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { touchedSamples } from '../../src/evaluation/index.ts'
import { editStaffFile } from '../support/staff-files.ts'
import { openEvalHouse, type EvalHouse } from './support/eval-house.ts'
import { ownContent, ownSuites } from '../support/own-content.ts'

vi.setConfig({ testTimeout: 240_000 })

const content = await ownContent()
const suites = await ownSuites()

describe('what a changed file touches', () => {
  const touched = (file: string, offline = true) => touchedSamples([file], suites, content, { offline })
  const all = suites.files.size

  test('a guide: the samples about it, that take a fact from it or cite it, and those of its form', () => {
    const { samples } = touched('knowledge/guides/identity/resident-id.md')
    expect(samples.size).toBeGreaterThan(10)
    expect(samples.size).toBeLessThan(all / 5)
    const asked = suites.answers.filter(({ guide }) => guide === 'resident-id').map(({ id }) => `answers/${id}`)
    expect(asked.filter((name) => !samples.has(name))).toEqual([])
    const [form] = [...content.services.values()].filter(({ guide }) => guide === 'residence-permit')
    const filled = suites.services.find(({ service }) => service === form?.id)
    expect(touched('knowledge/guides/identity/residence-permit.md').samples).toContain(`services/${filled?.id}`)
    expect(touched('knowledge/asks/resident-id.yaml').samples).toEqual(samples)
  })

  test('a form: who fills it in, and not who fills in another', () => {
    const [first] = suites.services
    const { samples } = touched(`knowledge/services/${first?.service}.yaml`)
    expect(samples).toContain(`services/${first?.id}`)
    const other = suites.services.find(({ service }) => service !== first?.service)
    expect(samples).not.toContain(`services/${other?.id}`)
  })

  test('a file of samples: these samples', () => {
    const [[name, file] = ['', '']] = suites.files
    expect(touched(file).samples).toContain(name)
    expect([...touched(file).samples].every((one) => suites.files.get(one) === file)).toBe(true)
  })

  test('fixed texts and the thesaurus: everything; instructions: everything on a model, and themselves offline', () => {
    for (const file of ['prompts/messages.yaml', 'knowledge/thesaurus.yaml'])
      expect(touched(file).samples.size).toBe(all)
    expect(touched('prompts/assistant.md', false).samples.size).toBe(all + 1)
    expect(touched('prompts/assistant.md')).toEqual({
      samples: new Set(['prompts/assistant']),
      unseen: [expect.stringContaining('离线无法衡量')],
    })
  })

  test('what nobody is served by: nothing; a guide that nobody asks for is told', () => {
    expect(touched('knowledge/README.md')).toEqual({ samples: new Set(), unseen: [] })
    expect(touched('knowledge/guides/other/kites.md').unseen).toEqual([expect.stringContaining('没有样本')])
  })
})

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
