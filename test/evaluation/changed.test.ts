import { describe, expect, test } from 'vitest'
import { touchedSamples } from '../../src/evaluation/index.ts'
import { ownContent, ownSuites } from '../support/own-content.ts'

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
