/**
 * Time to take over one changed guide in a running library, and how long the event loop is held meanwhile:
 * `npm run bench:reindex -- [--passages 20000] [--changes 10]`. First our own library, then it repeated under other names
 * until there are that many passages (0: not). Work and turns of the event loop are processor time of the main thread,
 * so they hold on a busy machine too.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readStaffContent, type Guide } from '../src/content/index.ts'
import { createLibrary, type LibraryContent } from '../src/knowledge/index.ts'
import { quantile } from './quantile.ts'

const { values } = parseArgs({
  options: { passages: { type: 'string', default: '20000' }, changes: { type: 'string', default: '10' } },
})
const { content } = readStaffContent(join(import.meta.dirname, '..'))
console.log(JSON.stringify(await measureChanges(content)))
if (Number(values.passages) > 0) console.log(JSON.stringify(await measureChanges(repeated(Number(values.passages)))))

async function measureChanges(first: LibraryContent) {
  const dataDir = await mkdtemp(join(tmpdir(), 'bianban-reindex-'))
  const library = createLibrary({ content: first, dataDir, log: () => undefined })
  await library.ready
  const byWordsMs: number[] = []
  const byMeaningMs: number[] = []
  const heldMs: number[] = []
  const workMs: number[] = []
  const turnMs: number[] = []
  let current = first
  for (let change = 0; change < Number(values.changes); change++) {
    current = withSentence(current, change)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await setTimeout(20)
    delay.reset()
    const from = performance.now()
    const before = process.threadCpuUsage()
    const turning = watchTurns()
    await library.replace(current)
    byWordsMs.push(performance.now() - from)
    workMs.push(milliseconds(process.threadCpuUsage(before)))
    while (library.state().vectors === 'building') await setTimeout(1)
    turnMs.push(await turning.end())
    byMeaningMs.push(performance.now() - from)
    delay.disable()
    heldMs.push(delay.max / 1e6)
    // The recogniser learns on, and the vectors are saved; the next change must not meet them half done.
    await setTimeout(500)
  }
  const { passages, vectors } = library.state()
  await library[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
  const shown = (sample: readonly number[]) => ({
    medianMs: Math.round(quantile(sample, 0.5) * 10) / 10,
    longestMs: Math.round(quantile(sample, 1) * 10) / 10,
  })
  return {
    guides: first.guides.size,
    passages,
    vectors,
    changes: byWordsMs.length,
    foundByWords: shown(byWordsMs),
    foundByMeaning: shown(byMeaningMs),
    eventLoopHeld: shown(heldMs),
    workOfMainThread: shown(workMs),
    longestTurn: shown(turnMs),
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

/** Watches each turn of the event loop; `end` gives the most processor time that one of them took. */
function watchTurns() {
  let longest = 0
  const ending = new AbortController()
  const watching = (async () => {
    while (!ending.signal.aborted) {
      const before = process.threadCpuUsage()
      await setImmediate()
      longest = Math.max(longest, milliseconds(process.threadCpuUsage(before)))
    }
  })()
  return {
    async end() {
      ending.abort()
      await watching
      return longest
    },
  }
}

/** The content with another sentence in one section of one guide, another guide each time. */
function withSentence(before: LibraryContent, change: number): LibraryContent {
  const ids = [...before.guides.keys()]
  const id = ids[(change * 7) % ids.length] ?? ''
  const guide = before.guides.get(id)
  if (guide === undefined) return before
  const [section, ...rest] = guide.sections
  const sections =
    section === undefined
      ? []
      : [{ ...section, text: `${section.text}\n第${String(change + 1)}次修改的说明。` }, ...rest]
  const changed: Guide = { ...guide, sections, hash: `${guide.hash}-${String(change)}` }
  return { ...before, guides: new Map(before.guides).set(id, changed) }
}

/** The guides again and again, each time as those of another office. */
function repeated(passages: number): LibraryContent {
  const guides = new Map<string, Guide>()
  const all = [...content.guides.values()]
  const each = all.reduce((sum, { sections }) => sum + sections.length, 0)
  for (let round = 0; round * each < passages; round++) {
    for (const guide of all) {
      const id = `${guide.id}-${String(round)}`
      const office = `第${String(round)}窗口`
      const sections = guide.sections.map((section) => ({ ...section, text: `${office}：${section.text}` }))
      const named = { title: `${office}${guide.title}`, aliases: guide.aliases.map((alias) => `${office}${alias}`) }
      guides.set(id, { ...guide, ...named, id, sections, hash: `${guide.hash}-${String(round)}` })
    }
  }
  return { ...content, guides }
}
