/**
 * Measures the fact lock on the guides' own sentences: `npm run bench:lock [-- --failures]`. Every sentence is said in
 * its own and in other words, citing its own section: how many would be replaced or dropped; and with one fact wrong:
 * how many would pass. A wrong value that the section states anywhere is no mutant. Then the same of the sentences
 * written by hand in test/conversation/lock-sentences.tsv, on which the lock was improved, and of the held-out ones.
 * Prints shares with their 95 % Wilson interval, and the time a check takes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFacts } from '../src/conversation/lock/fact-lock.ts'
import { readQuantities, sameQuantity, toSimplified } from '../src/language/index.ts'
import { mutantsOf, paraphrasesOf, type Wording } from './lock-wordings.ts'
import { openOwnLibrary, ROOT } from './own-library.ts'
import { quantile } from './quantile.ts'
import { share } from './share.ts'

/** Kinds of wrong facts that stand in the section, or are no quantity. */
const ELSEWHERE: ReadonlySet<string> = new Set(['of another', 'needed', 'possible', 'charged', 'so'])

const { values } = parseArgs({ options: { failures: { type: 'boolean', default: false } } })
await using own = await openOwnLibrary()
const passages = [...own.content.guides.keys()].flatMap((guide) => own.library.passages(guide))

type Checked = Wording & { readonly passed: boolean; readonly source: string }
const told: Checked[] = []
const mutants: Checked[] = []
const times: number[] = []
let spentMs = 0
for (const passage of passages) {
  const stated = readQuantities(passage.text)
  const check = ({ kind, text }: Wording): Checked => {
    const [from, spentBefore] = [performance.now(), process.cpuUsage()]
    const { ok } = checkFacts(text, [passage])
    times.push(performance.now() - from)
    const { user, system } = process.cpuUsage(spentBefore)
    spentMs += (user + system) / 1000
    return { kind, text, passed: ok, source: passage.sourceId }
  }
  for (const sentence of sentencesOf(passage.text)) {
    told.push(...paraphrasesOf(sentence).map((wording) => check(wording)))
    mutants.push(
      ...mutantsOf(sentence, stated)
        .filter(({ kind, text }) => ELSEWHERE.has(kind) || isWrong(text))
        .map((wording) => check(wording)),
    )
  }

  /** Whether the sentence states a quantity that its section does not. */
  function isWrong(text: string): boolean {
    return readQuantities(toSimplified(text)).some((said) => !stated.some((one) => sameQuantity(one, said)))
  }
}

/** Sentences as a model would write them: of prose and list items, without headings and tables. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[。；！？])/u)
    .map((line) => line.replaceAll(/^\s*(?:[-*]|\d+[.、])\s+|\*\*/gmu, '').trim())
    .filter((line) => line.length >= 6 && !/^[|#]/u.test(line))
}

const byHand = handWritten('lock-sentences.tsv')
const heldOut = handWritten('lock-sentences-held-out.tsv')

/** Lines of `right or wrong`, the passage cited, the sentence; tabs between. */
function handWritten(file: string): Checked[] {
  const lines = readFileSync(join(ROOT, 'test/conversation', file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [kind = '', source = '', text = ''] = line.split('\t')
    const passage = passages.find(({ id }) => id === source)
    return { kind, text, source, passed: passage !== undefined && checkFacts(text, [passage]).ok }
  })
}

console.log('true sentences stopped')
for (const [kind, some] of Map.groupBy(told, (one) => one.kind)) print(kind, some, false)
print('all', told, false)
console.log('wrong facts passed')
for (const [kind, some] of Map.groupBy(mutants, (one) => one.kind)) print(kind, some, true)
print('all', mutants, true)
for (const [name, sentences] of [
  ['written by hand', byHand],
  ['written by hand, held out', heldOut],
] as const) {
  console.log(name)
  for (const [kind, some] of Map.groupBy(sentences, (one) => one.kind)) {
    print(kind === 'right' ? 'true stopped' : 'wrong passed', some, kind === 'wrong')
  }
}
const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)]
const mean = (spentMs / times.length).toFixed(3)
console.log(
  `ms a sentence: mean ${mean} of the processor, p50 ${p50.toFixed(3)}, p99 ${p99.toFixed(3)}, n ${times.length}`,
)

if (values.failures) {
  for (const { kind, source, text, passed } of [...told, ...byHand.filter((one) => one.kind === 'right')])
    if (!passed) console.log(`stopped\t${kind}\t${source}\t${text}`)
  for (const { kind, source, text, passed } of [...mutants, ...byHand.filter((one) => one.kind === 'wrong')])
    if (passed) console.log(`passed\t${kind}\t${source}\t${text}`)
}

function print(name: string, some: readonly Checked[], bad: boolean): void {
  console.log(`  ${name.padEnd(12)} ${share(some, ({ passed }) => passed === bad).text}`)
}
