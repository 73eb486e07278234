import { expect, test } from 'vitest'
import { allAsks } from '../../src/content/guide.ts'
import { readStaffContent } from '../../src/content/index.ts'
import { BOUNDARIES, type BoundaryExamples } from '../../src/content/message-kind.ts'
import { boundaryReader, boundarySamples } from '../../src/knowledge/recogniser/read-boundary.ts'
import { trainTermWeights } from '../../src/knowledge/recogniser/train.ts'
import { NO_BOUNDARIES } from './sample-content.ts'

const { boundaries, kinds, offTopic, guides } = readStaffContent(`${import.meta.dirname}/../..`).content
const asked = [...guides.values()].flatMap((guide) => allAsks(guide))

/** Every fourth example of each boundary is kept out of learning, or only those are taken. */
const part = (left: boolean): BoundaryExamples => {
  const of = (kind: (typeof BOUNDARIES)[number]) => boundaries[kind].filter((_, at) => (at % 4 === 0) === left)
  return {
    ordinary: of('ordinary'),
    crisis: of('crisis'),
    unsafe: of('unsafe'),
    prying: of('prying'),
    verdict: of('verdict'),
    handoff: of('handoff'),
    political: of('political'),
    'other-place': of('other-place'),
  }
}

test('examples that were left out of learning are told from ordinary messages, which hardly ever cross a boundary', () => {
  const read = boundaryReader(trainTermWeights(boundarySamples(part(false), kinds, asked, offTopic), BOUNDARIES.length))
  if (read === undefined) throw new Error('nothing was learnt')
  const left = part(true)
  const heard = (kind: (typeof BOUNDARIES)[number]) =>
    left[kind].filter((message) => read(message) === kind).length / left[kind].length
  expect(heard('ordinary')).toBeGreaterThan(0.97)
  expect(heard('crisis')).toBeGreaterThan(0.4)
  for (const kind of ['verdict', 'handoff', 'political'] as const) expect(heard(kind)).toBeGreaterThan(0.3)
})

test('without examples nothing is learnt', () => {
  expect(
    boundaryReader(trainTermWeights(boundarySamples(NO_BOUNDARIES, kinds, [], offTopic), BOUNDARIES.length)),
  ).toBeUndefined()
})
