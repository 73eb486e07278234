/**
 * Measures how real messages are taken: `npm run bench:messages -- --data DIR [--half tune|report] [--failures]`. DIR holds
 * `messages.jsonl {id,text,intent}` with 咨询, 投诉 (also 投诉/求助) or 建言; `../hostile/benign.jsonl` beside it adds
 * those whose id is `messages-<intent>:…` and whose text is new. Without it nothing is measured, and that is said. A message
 * is taken for a complaint or a suggestion when it is handed to people as one, else for a question: one that a guide
 * answers is a question, whatever it complains of beside it.
 * Prints precision, recall and F1 of each kind and their mean, what was taken for what, and how many of each kind were
 * turned away as no public matter: of all messages, then of either half. A text belongs to the half that the fourth byte of its SHA-256 says: even `tune`,
 * which may be read to choose weights, odd `report`, which is only counted. `--failures` lists what was taken wrongly.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openTalk, type Reply } from '../src/evaluation/citizens/talk.ts'
import { openOwnHouse } from './own-house.ts'
import { readLines } from './read-lines.ts'

const KINDS = ['咨询', '投诉', '建言'] as const
type Kind = (typeof KINDS)[number]
const HALVES = ['tune', 'report'] as const

const { values } = parseArgs({
  options: { data: { type: 'string' }, half: { type: 'string' }, failures: { type: 'boolean', default: false } },
})
const file = join(values.data ?? '', 'messages.jsonl')
if (values.data === undefined || !existsSync(file)) {
  console.log('no messages.jsonl: nothing was measured; name its folder with --data DIR')
  process.exit(0)
}
const Message = z.object({ id: z.string(), text: z.string(), intent: z.string() })
const benign = join(values.data, '../hostile/benign.jsonl')
const own = readLines(file, Message)
const known = new Set(own.map(({ text }) => text))
const more = (existsSync(benign) ? readLines(benign, Message.omit({ intent: true })) : []).flatMap(({ id, text }) => {
  const intent = /^messages-(.+):/u.exec(id)?.[1]
  return intent === undefined || known.has(text) ? [] : [{ id, text, intent }]
})
const messages = [...own, ...more].filter(({ text }) => values.half === undefined || halfOf(text) === values.half)

await using house = await openOwnHouse()
type Taken = {
  readonly id: string
  readonly text: string
  readonly kind: Kind
  readonly read: Kind
  readonly away: boolean
}
const taken: Taken[] = []
for (const { id, text, intent } of messages) {
  const reply = await (await openTalk(house.app)).say(text)
  taken.push({ id, text, kind: kindOf(intent), read: readKind(reply), away: reply.outcome.outcome === 'out-of-scope' })
}

const halves = values.half === undefined ? HALVES : []
measure(values.half ?? 'all', taken)
for (const half of halves)
  measure(
    half,
    taken.filter(({ text }) => halfOf(text) === half),
  )
if (values.failures)
  for (const { id, text, kind, read } of taken)
    if (kind !== read) console.log(`${id}\t${kind} → ${read}\t${JSON.stringify(text.slice(0, 160))}`)

function measure(name: string, all: readonly Taken[]): void {
  console.log(`— ${name}: ${all.length} messages; taken for ${KINDS.join(' / ')}, turned away as no public matter`)
  const f1s = KINDS.flatMap((kind) => {
    const own = all.filter((one) => one.kind === kind)
    const read = all.filter((one) => one.read === kind)
    const right = own.filter((one) => one.read === kind).length
    if (own.length === 0) {
      console.log(`${kind}: none in the file${read.length === 0 ? '' : `, ${read.length} messages were taken for it`}`)
      return []
    }
    const f1 = (2 * right) / (own.length + read.length)
    const share = (of: number) => (of === 0 ? 'n/a' : (right / of).toFixed(3))
    const counts = KINDS.map((taken) => own.filter((one) => one.read === taken).length).join(' / ')
    const away = own.filter((one) => one.away).length
    console.log(
      `${kind} n ${own.length}  precision ${share(read.length)}  recall ${share(own.length)}  F1 ${f1.toFixed(3)}  ${counts}, ${away}`,
    )
    return [f1]
  })
  const mean = f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length
  console.log(`macro-F1 ${mean.toFixed(3)} over ${f1s.length} kinds`)
}

function kindOf(intent: string): Kind {
  return KINDS.find((kind) => intent.startsWith(kind)) ?? '咨询'
}

function halfOf(text: string): (typeof HALVES)[number] {
  return (createHash('sha256').update(text).digest()[3] ?? 0) % 2 === 0 ? 'tune' : 'report'
}

function readKind({ outcome }: Reply): Kind {
  if (outcome.outcome !== 'handed-over') return '咨询'
  if (outcome.reason === 'complaint') return '投诉'
  return outcome.reason === 'suggestion' ? '建言' : '咨询'
}
