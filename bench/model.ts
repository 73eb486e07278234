/**
 * `npm run bench:model -- [--turns 200] [--delay 300]`: what our house adds to a remote model. A gateway of our own plays
 * the model and waits `--delay` milliseconds before each reply; every turn is a search and an answer. Each turn is played
 * through the house (A), and its very requests are then sent straight to the gateway by a bare client (B); A less B is
 * what our code adds before the first words. Also: requests, tokens and steps of a turn, the bytes of the prompt that are
 * the same in all of them, and calls that end when the citizen leaves. Figures are printed as JSON; nothing is asserted.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { readStaffContent } from '../src/content/index.ts'
import { openCitizen, type Citizen } from '../test/support/citizen.ts'
import { call, playbook, text, type SentTurn } from '../test/support/model-playbook.ts'
import { startOpenAiServer, type SeenRequest } from '../test/support/openai-server.ts'
import { startServer } from '../test/support/server-process.ts'
import { openSignedIn } from '../test/support/signed-in-citizen.ts'
import { firstWords, leaveEarly, replay } from './model-clients.ts'
import { promptFigures } from './model-prompts.ts'
import { quantile } from './quantile.ts'

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '200' }, delay: { type: 'string', default: '300' } },
})
const [turns, delayMs] = [Number(values.turns), Number(values.delay)]
const WARM_UP = 20
const LEAVING = 20
/** A resident of the sandbox city. */
const RESIDENT = '350203199001010018'

/** Milliseconds with one decimal. */
const figures = (times: readonly number[]) => ({
  p50Ms: Math.round(quantile(times, 0.5) * 10) / 10,
  p99Ms: Math.round(quantile(times, 0.99) * 10) / 10,
  n: times.length,
})

/** The first sentence of the first passage found, with its source. */
function quoted({ results }: SentTurn): string {
  const { passages } = JSON.parse(results[0] ?? '{}') as { passages?: { text: string }[] }
  const sentence = passages?.[0]?.text.split(/(?<=[。\n])/u).find((line) => line.trim().endsWith('。'))
  return sentence === undefined ? '。' : sentence.trim().replace(/。$/u, '[p1]。')
}

const steps = [(sent: SentTurn) => call('searchGuides', { query: sent.words }), (sent: SentTurn) => text(quoted(sent))]
const play = playbook([{ when: /./u, steps }])
const asked: number[] = []
const gateway = await startOpenAiServer((request, index) => {
  asked.push(performance.now())
  return { ...play(request, index), delayMs }
})
const { content } = readStaffContent(readConfig({}).root)
const questions = [...content.guides.values()].map(({ asks }) => asks[0] ?? '').filter((ask) => ask !== '')
const dataDir = await mkdtemp(join(tmpdir(), 'bianban-bench-'))
const server = await startServer({ dataDir, env: { OPENAI_BASE_URL: gateway.baseUrl, OPENAI_MODEL: 'scripted' } })

/** The requests that the gateway got while something was done. */
async function requestsDuring<Done>(act: () => Promise<Done>): Promise<[Done, readonly SeenRequest[]]> {
  const from = gateway.requests.length
  const done = await act()
  return [done, gateway.requests.slice(from)]
}

async function playTurns() {
  const [added, before, ours, bare]: [number[], number[], number[], number[]] = [[], [], [], []]
  const bodies: (readonly SeenRequest[])[] = []
  let byModel = 0
  for (let at = -WARM_UP; at < turns; at += 1) {
    const citizen = await openCitizen(server.url)
    const from = performance.now()
    const turn = () => firstWords(citizen, questions[(at + WARM_UP) % questions.length] ?? '')
    const firstAsked = asked.length
    const [{ firstMs, engine }, seen] = await requestsDuring(turn)
    const bareMs = await replay(gateway.baseUrl, seen)
    if (at < 0) continue
    bodies.push(seen)
    if (!engine.startsWith('openai')) continue
    byModel += 1
    ours.push(firstMs)
    bare.push(bareMs)
    added.push(firstMs - bareMs)
    before.push((asked[firstAsked] ?? from) - from)
  }
  const times = {
    addedBeforeFirstWords: figures(added),
    beforeTheModelIsAsked: figures(before),
    firstWords: { throughTheHouse: figures(ours), bareClient: figures(bare) },
    turnsAnsweredByTheModel: byModel,
  }
  return { times, bodies }
}

/** Requests of turns that differ in all that may differ: citizen, conversation, place in it, language, signed in, filling a form. */
async function variedRequests(): Promise<readonly SeenRequest[]> {
  const talks: readonly (readonly [Citizen, readonly string[]])[] = [
    [await openCitizen(server.url), ['居住证多久能办好', '那要多少钱', '要带什么']],
    [await openCitizen(server.url), ['How long does a residence permit take?']],
    [await openCitizen(server.url), ['請簡單點說', '養犬登記要帶什麼']],
    [await openSignedIn(server.url, RESIDENT, 2), ['生育津贴怎么申请', '我要办居住证']],
  ]
  const [, seen] = await requestsDuring(async () => {
    for (const [citizen, words] of talks) for (const said of words) await citizen.say(said)
  })
  return seen
}

async function disconnects() {
  const from = gateway.abandoned()
  const [endedMs, seen] = await requestsDuring(async () => {
    const times: number[] = []
    for (let at = 0; at < LEAVING; at += 1) times.push(await leaveEarly(server.url, questions[at] ?? '', gateway))
    return times
  })
  return { left: LEAVING, callsEnded: gateway.abandoned() - from, requests: seen.length, untilEnded: figures(endedMs) }
}

try {
  const { times, bodies } = await playTurns()
  const varied = await variedRequests()
  const left = await disconnects()
  // Counting tokens holds this process for seconds, so it comes last.
  const { prefix } = promptFigures([varied])
  const report = {
    turns,
    delayMs,
    ...times,
    ...promptFigures(bodies),
    acrossTurnsConversationsAndCitizens: prefix,
    disconnects: left,
  }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
} finally {
  await server.stop()
  await gateway[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true })
}
