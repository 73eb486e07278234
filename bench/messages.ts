/**
 * Measures how real messages are taken: `npm run bench:messages -- --data DIR [--half tune|report] [--failures]`. DIR holds
 * `messages.jsonl {id,text,intent}` with 咨询, 投诉 (also 投诉/求助) or 建言; `../hostile/benign.jsonl` beside it adds
 * those whose id is `messages-<intent>:…` and whose text is new. Without it nothing is measured, and that is said. A message
 * is taken for a complaint or a suggestion when it is handed to people as one, else for a question: one that a guide
 * answers is a question, whatever it complains of beside it.
 * Prints precision, recall and F1 of each kind and their mean, what was taken for what, and how many of each kind were
 * turned away as no public matter. A text belongs to the half that the fourth byte of its SHA-256 says: even `tune`,
 * which may be read to choose weights, odd `report`, which is only counted. `--failures` lists what was taken wrongly.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openTalk, type Reply } from '../src/evaluation/talk.ts'
import { openOwnHouse } from './own-house.ts'
import { readLines } from './read-lines.ts'

const KINDS = ['咨询', '投诉', '建言'] as const
type Kind = (typeof KINDS)[number]

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

const f1s = KINDS.flatMap((kind) => {
  const right = taken.filter((one) => one.kind === kind && one.read === kind).length
  const all = taken.filter((one) => one.kind === kind).length
  const read = taken.filter((one) => one.read === kind).length
  if (all === 0) {
    console.log(`${kind}: none in the file${read === 0 ? '' : `, ${read} messages were taken for it`}`)
    return []
  }
  const f1 = (2 * right) / (all + read)
  const show = (hits: number, of: number) => (of === 0 ? 'n/a' : (hits / of).toFixed(3))
  console.log(`${kind} n ${all}  precision ${show(right, read)}  recall ${show(right, all)}  F1 ${f1.toFixed(3)}`)
  return [f1]
})
console.log(
  `macro-F1 ${(f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length).toFixed(3)} over ${f1s.length} kinds, n ${taken.length}`,
)
console.log(`taken for ${KINDS.join(' / ')}; turned away as no public matter`)
for (const kind of KINDS) {
  const all = taken.filter((one) => one.kind === kind)
  const counts = KINDS.map((read) => all.filter((one) => one.read === read).length)
  console.log(`${kind}: ${counts.join(' / ')}; ${all.filter(({ away }) => away).length}`)
}
if (values.failures)
  for (const { id, text, kind, read } of taken)
    if (kind !== read) console.log(`${id}\t${kind} → ${read}\t${JSON.stringify(text.slice(0, 160))}`)

function kindOf(intent: string): Kind {
  return KINDS.find((kind) => intent.startsWith(kind)) ?? '咨询'
}

function halfOf(text: string): 'tune' | 'report' {
  return (createHash('sha256').update(text).digest()[3] ?? 0) % 2 === 0 ? 'tune' : 'report'
}

function readKind({ outcome }: Reply): Kind {
  if (outcome.outcome !== 'handed-over') return '咨询'
  if (outcome.reason === 'complaint') return '投诉'
  return outcome.reason === 'suggestion' ? '建言' : '咨询'
}
