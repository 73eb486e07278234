import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import { chooseEngine } from './evaluate-engine.ts'
import type { Options } from './evaluate-options.ts'
import {
  calibrate,
  correctRate,
  judgeAnswer,
  probeJudge,
  readRun,
  RunProblem,
  shareOf,
  type Judged,
  type Labelled,
  type ProbeResult,
  type Share,
} from '../../evaluation/index.ts'

/**
 * `npm run eval -- judge RUN --rubric "…"`: asks the model of OPENAI_MODEL about every answer of a stored run and prints
 * what it says. With `--labels FILE` (CSV: key, human 是/否) the judge is measured against people, and its rate corrected.
 * `--probe 20` asks about the first 20 again, changed only in looks, and tells what sways it.
 * It is advice: the exit code is 0 whatever the judge says. @throws RunProblem
 */
export async function judgeRun(
  config: Config,
  content: StaffContent,
  { files, options }: { readonly files: readonly string[]; readonly options: Options },
): Promise<number> {
  const { rubric, labels } = options
  const prompt = content.prompts.get('judge')?.body
  if (rubric === undefined || prompt === undefined)
    throw new RunProblem('要写一条标准：judge RUN --rubric "回答先说结论"')
  const run = readRun(resolve(config.root, files[0] ?? options.out))
  const choice = chooseEngine(config, { engine: 'openai', cassettes: options.cassettes })
  if (run.fingerprint.engine === choice.engine)
    throw new RunProblem(`${choice.engine} 不能给自己打分：把 OPENAI_MODEL 换成另一个模型。`)
  const people = labels === undefined ? new Map<string, boolean>() : readLabels(resolve(config.root, labels))
  const judge = {
    model: await openJudge(choice),
    prompt,
    beforeRun: (at: number) => choice.cassette !== undefined && (choice.cassette.repeat = at),
  }
  const answers = run.trials.filter(({ suite, key }) => suite === 'answers' && (people.size === 0 || people.has(key)))
  const counts = { met: 0, judged: 0, consistent: 0 }
  const labelled: Labelled[] = []
  const judged: Judged[] = []
  for (const { key, turns } of answers) {
    const turn = turns.at(-1)
    if (turn === undefined) continue
    const { check, consistent } = await judgeAnswer(judge, { id: 'rubric', rubric }, turn)
    if (consistent) counts.consistent += 1
    process.stdout.write(`${key}\t${check?.message ?? '没有可用的结论'}\t${check?.evidence ?? ''}\n`)
    if (check === undefined) continue
    counts.judged += 1
    judged.push({ ...turn, ok: check.ok })
    if (check.ok) counts.met += 1
    const human = people.get(key)
    if (human !== undefined) labelled.push({ human, judge: check.ok })
  }
  if (counts.judged === 0) {
    process.stderr.write('没有一条得到结论。\n')
    return 5
  }
  process.stdout.write(printJudgement(shareOf(counts.met, counts.judged), labelled, counts.consistent / answers.length))
  if (options.probe > 0)
    process.stdout.write(printProbes(await probeJudge(judge, { id: 'rubric', rubric }, judged.slice(0, options.probe))))
  return 0
}

function printProbes(probes: readonly ProbeResult[]): string {
  const lines = probes.map(({ name, of, toMet, toUnmet, p }) =>
    of === 0
      ? `  ${name}：没有一条得到结论，看不出偏不偏`
      : `  ${name}：${of} 条里 ${toMet + toUnmet} 条改口${toMet + toUnmet === 0 ? '' : `，${toMet} 条变成做到，${toUnmet} 条变成没做到（p = ${p.toFixed(3)}）`}`,
  )
  const biased = probes.filter((probe) => probe.biased).map(({ name }) => name)
  const unknown = probes.some(({ of }) => of === 0)
  const verdict =
    biased.length > 0
      ? `有偏：${biased.join('、')}会左右它的结论，不能用它比较在这上面不一样的回答。`
      : unknown
        ? '有几样没有看成。'
        : '没有看出偏向。'
  return `${['偏见探查：回答只变样子，不变内容，结论不该变。', ...lines, verdict].join('\n')}\n`
}

function printJudgement(judged: Share, labelled: readonly Labelled[], consistency: number): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
  const line = (name: string, { count, of, low, high }: Share): string =>
    `${name} ${count}/${of}（${percent(low)}–${percent(high)}）`
  const lines = [line('判为做到', judged)]
  if (labelled.length === 0) return `${[...lines, '没有人工标注，只能当参考。'].join('\n')}\n`
  const calibration = calibrate(labelled, consistency)
  const { kappa, sensitivity, specificity, against } = calibration
  const corrected = correctRate(judged, calibration)
  return `${[
    ...lines,
    `和 ${labelled.length} 条人工标注比：κ = ${kappa.toFixed(2)}，${line('做到了认出来', sensitivity)}，${line('没做到认出来', specificity)}`,
    corrected === undefined
      ? '不比瞎猜强，没法校正。'
      : `校正后真实做到约 ${percent(corrected.rate)}（${percent(corrected.low)}–${percent(corrected.high)}）`,
    against.length === 0 ? '可以信它的结论。' : `只能当参考：${against.join('；')}。`,
  ].join('\n')}\n`
}

async function openJudge({ config, cassette }: ReturnType<typeof chooseEngine>) {
  // Loaded only here, like everything that speaks to a provider.
  const { createRemoteModel } = await import('../../model/remote/remote-model.ts')
  const { OPENAI_API_KEY: apiKey = '', OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model = '', OPENAI_API: api } = config
  const { withSecretTokens } = await import('../../model/index.ts')
  const remote = createRemoteModel({ apiKey, baseUrl, model, api })
  return withSecretTokens(cassette?.around(remote) ?? remote)
}

function readLabels(file: string): ReadonlyMap<string, boolean> {
  if (!existsSync(file)) throw new RunProblem(`没有 ${file}。`)
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' })
  return new Map(
    data.map(({ key = '', human = '' }, at) => {
      if (key === '' || !/^[是否]$/.test(human))
        throw new RunProblem(`${file} 第 ${at + 2} 行要有 key 和 human，human 写 是 或 否。`)
      return [key, human === '是']
    }),
  )
}
