/**
 * Measures what the engine says of somebody's own case: `npm run bench:cases [-- --failures]`. Each line of
 * own-cases.tsv is a guide, a question in words of our own, and the verdict with the bound it should stand on, or `-` where
 * no verdict may be given. A verdict on another bound is wrong, however true it is.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFacts } from '../src/conversation/lock/fact-lock.ts'
import { withoutHerNumbers } from '../src/conversation/lock/own-words.ts'
import { readQuantities } from '../src/language/index.ts'
import { weighOwnCase } from '../src/model/embedded/own-case.ts'
import { plainWords } from '../src/model/embedded/plain-words.ts'
import { readSegments } from '../src/model/embedded/segments.ts'
import { tellOwnCase } from '../src/model/embedded/tell-own-case.ts'
import { openOwnLibrary, ROOT } from './own-library.ts'
import { readGuide } from './read-guide.ts'
import { share } from './share.ts'

const { values } = parseArgs({ options: { failures: { type: 'boolean', default: false } } })
await using own = await openOwnLibrary()
const rows = readFileSync(join(ROOT, 'bench/own-cases.tsv'), 'utf8').trim().split('\n')
const kinds: Kind[] = []
const released: boolean[] = []
for (const row of rows) {
  const [guide = '', question = '', expected = ''] = row.split('\t')
  const { passages, answers } = await readGuide(own.library, guide, question)
  const segments = readSegments(plainWords(question))
  const text = segments.map((segment) => segment.text).join(' ')
  const asked = segments.flatMap(({ clauses }) => clauses.flatMap(({ open, sections }) => (open ? [] : sections)))
  const told = weighOwnCase(text, asked, { passages, answers, today: undefined })
  if (told !== undefined) {
    const sentence = tellOwnCase(told, 'zh-Hans').replaceAll(/\[.*?\]/g, '')
    const { text, heading } = told.passage
    const { ok } = checkFacts(withoutHerNumbers(sentence, question), [{ text, heading }])
    released.push(ok)
    if (values.failures && !ok) process.stdout.write(`stopped\t${sentence}`)
  }
  const kind = verdictOf(expected, told && `${told.verdict} ${boundsIn(told.words)}`)
  kinds.push(kind)
  if (values.failures && kind !== 'right' && kind !== 'silent')
    process.stdout.write(
      `${kind}\t${guide}\t${question}\t${expected}\t${told ? `${told.verdict} «${told.words}»` : ''}\n`,
    )
}
const judged = kinds.filter((kind) => kind !== 'silent')
process.stdout.write(
  [
    `${rows.length} cases`,
    `verdicts given that are right  ${
      share(
        judged.filter((kind) => kind !== 'missed'),
        (kind) => kind === 'right',
      ).text
    }`,
    `verdicts due that are given    ${
      share(
        judged.filter((kind) => kind !== 'false'),
        (kind) => kind === 'right',
      ).text
    }`,
    `silent where it must be        ${
      share(
        kinds.filter((kind) => kind === 'silent' || kind === 'false'),
        (kind) => kind === 'silent',
      ).text
    }`,
    `released by the fact lock      ${share(released, (ok) => ok).text}`,
    '',
  ].join('\n'),
)

type Kind = 'right' | 'wrong' | 'missed' | 'silent' | 'false'

function verdictOf(expected: string, told: string | undefined): Kind {
  if (expected === '-') return told === undefined ? 'silent' : 'false'
  if (told === undefined) return 'missed'
  const [verdict = '', value = '', unit = ''] = expected.split(' ')
  const holds =
    value === 'percent'
      ? told.includes(` ${verdict} percent`)
      : verdict.split('|').some((one) => told.startsWith(one)) && told.includes(` ${value} ${unit}`)
  return holds ? 'right' : 'wrong'
}

function boundsIn(words: string): string {
  return readQuantities(words)
    .map(({ value, unit }) => ` ${value} ${unit}`)
    .join(',')
}
