import { expect, test } from 'vitest'
import { playCitizen } from '../../src/evaluation/citizens/persona.ts'
import { ServiceSample } from '../../src/evaluation/suites/shapes.ts'
import type { Reply } from '../../src/evaluation/citizens/talk.ts'

const sample = ServiceSample.parse({
  id: 'permit',
  service: 'residence-permit',
  citizen: { knows: { name: '陈样例' } },
  opening: ['我想办证'],
  expect: { status: 'submitted' },
})

const silence: Omit<Reply, 'said'> = {
  text: '',
  outcome: { outcome: 'clarify', engine: 'embedded' },
  sources: [],
  application: undefined,
  consent: undefined,
  review: false,
  receipt: undefined,
  all: '',
  choices: [],
  calls: [],
}

/** What a citizen says to an assistant that answers so, turn by turn. */
async function saidTo(...replies: readonly Partial<Reply>[]): Promise<string[]> {
  let turn = 0
  const talk = {
    id: 'talk',
    say: (said: string) => Promise.resolve({ ...silence, said, ...replies[Math.min(turn++, replies.length - 1)] }),
  }
  const told = { seed: 0, title: '居住证申领', readReview: () => Promise.resolve('123456') }
  return (await playCitizen(talk, sample, 'terse', told)).map(({ said }) => said)
}

test('a citizen who is offered choices takes the one that names her service, in either script', async () => {
  const said = await saidTo({ choices: ['身份證申領', '港澳臺居民居住證申領', '居住證申領'] }, {})
  expect(said[1]).toBe('居住證申領')
})

test('a citizen who finds her service among no choice names it herself', async () => {
  expect((await saidTo({ choices: ['身份证申领'] }, {}))[1]).toBe('我要办居住证申领')
})

test('a citizen before the wrong form says so, and fills nothing in until it is the right one', async () => {
  const form = (service: string) => ({
    application: {
      id: 'a',
      service,
      status: 'collecting',
      eligibility: [],
      fields: [],
      pending: [],
      next: { field: 'name', options: [] },
    } as never,
  })
  const said = await saidTo(form('resident-id'), form('residence-permit'))
  expect(said.slice(0, 3)).toEqual(['我想办证', '不是这件事，我要办居住证申领', '陈样例'])
})
