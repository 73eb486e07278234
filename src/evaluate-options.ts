import { parseArgs } from 'node:util'
import { readRun } from './evaluate-stored.ts'
import { RunProblem, type Price, type Trial } from './evaluation/index.ts'

const OPTIONS = {
  suite: { type: 'string', multiple: true },
  filter: { type: 'string' },
  shard: { type: 'string' },
  changed: { type: 'string' },
  seeds: { type: 'string', default: '1' },
  personas: { type: 'string', default: 'one' },
  concurrency: { type: 'string', default: '4' },
  out: { type: 'string', default: 'evals/reports' },
  reason: { type: 'string' },
  shuffle: { type: 'string' },
  failures: { type: 'boolean', default: false },
  'failed-from': { type: 'string' },
  twice: { type: 'boolean', default: false },
  engine: { type: 'string', default: 'embedded' },
  cassettes: { type: 'string' },
  repeat: { type: 'string', default: '1' },
  resume: { type: 'boolean', default: false },
  'retry-errors': { type: 'string', default: '0' },
  'max-cost': { type: 'string' },
  'max-tokens': { type: 'string' },
  'max-seconds': { type: 'string' },
  price: { type: 'string' },
  prompts: { type: 'boolean', default: false },
  rubric: { type: 'string' },
  labels: { type: 'string' },
  probe: { type: 'string', default: '0' },
  write: { type: 'boolean', default: false },
} as const

/** How the command is called. */
export const USAGE = `用法：npm run eval -- [命令] [选项]
  run       跑评测，和基线比（默认）
            --suite answers  --filter 正则  --shard 1/4  --failed-from RUN  --personas all  --failures  --twice  --out 文件夹
            --changed main   只跑某个提交以来改过的指南、提示词、样本所涉及的
            --repeat 5       每条跑几遍，看稳不稳        --resume           接着跑上次断掉的
            --retry-errors 2 出错的再试，不通过的不试    --engine openai    评语言模型（默认 embedded）
            --max-seconds 600  --max-tokens 2000000  --max-cost 20 --price 2/8
                             到了限额就停（元；价格是每百万 token 的输入/输出），跑过的留着，用 --resume 接着跑
            --cassettes live|record|replay|auto          模型的调用：直接调、录、只放录音、没有才录
  determinism  跑两遍，第二遍打乱次序、换并发和时区，结果要逐字节相同（同 --twice）
  bless     把上一次跑的结果定为基线，要写理由 --reason "…"
  score     RUN…   按现在的评分规则重新评分，不重跑
  merge     RUN…   合并分片
  compare   A B    两次结果逐条比；--prompts A B 把两版提示词各跑一遍再比
  self-test        考一考评分规则自己
  stale     指南改过、要重新核对的样本；stale --write 记下已经核对过
  coverage  哪些指南的哪些小节还没有样本
  cassettes stale|prune  用不上的录音：列出、删掉
  export FILE      样本导出为 .csv、.xlsx 或 promptfoo 的 .yaml
  judge     RUN --rubric "…" --labels 标注.csv  请另一个模型看一条标准，只作参考；--probe 20 看什么会左右它
  import FILE      把改好的表读回来
`

/** The options of `npm run eval`, read. */
export type Options = ReturnType<typeof parseOptions>['values']

/** @throws RunProblem for an option that does not exist or cannot be read. */
export function parseOptions(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })
    patternOf(values.filter)
    const [part = 0, parts = 0] = (values.shard ?? '1/1').split('/').map(Number)
    if (!(part >= 1 && part <= parts)) throw new RunProblem(`--shard ${values.shard} 不对，要写成 1/4 这样。`)
    return {
      positionals,
      values: {
        ...values,
        seeds: count('seeds', values.seeds, 1),
        concurrency: count('concurrency', values.concurrency, 1),
        repeat: count('repeat', values.repeat, 1),
        probe: count('probe', values.probe, 0),
        'retry-errors': count('retry-errors', values['retry-errors'], 0),
        ...limitsOf(values),
      },
    }
  } catch (error) {
    throw new RunProblem(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

type Given = Readonly<Partial<Record<'max-cost' | 'max-tokens' | 'max-seconds' | 'price', string | undefined>>>

function limitsOf(values: Given) {
  const price = values.price === undefined ? undefined : priceOf(values.price)
  if (values['max-cost'] !== undefined && price === undefined)
    throw new RunProblem('--max-cost 要和 --price 一起写：不知道价格，就不知道花了多少。')
  return {
    price,
    'max-cost': limit('max-cost', values['max-cost']),
    'max-tokens': limit('max-tokens', values['max-tokens']),
    'max-seconds': limit('max-seconds', values['max-seconds']),
  }
}

function limit(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (!Number.isFinite(number) || number <= 0) throw new RunProblem(`--${name} ${given} 不对，要写大于 0 的数。`)
  return number
}

function priceOf(given: string): Price {
  const [input = Number.NaN, output = Number.NaN, ...more] = given.split('/').map((one) => Number(one || 'none'))
  if (!(input >= 0 && output >= 0) || more.length > 0)
    throw new RunProblem(`--price ${given} 不对，要写成 2/8：每百万 token 的输入和输出各多少元。`)
  return { input, output }
}

function count(name: string, given: string, least: number): number {
  const number = Number(given)
  if (!Number.isInteger(number) || number < least)
    throw new RunProblem(`--${name} ${given} 不对，要写不小于 ${least} 的整数。`)
  return number
}

/** The trials that are asked for, in the order in which they are played. `isTouched` says what `--changed` leaves. */
export function chooseTrials(
  trials: readonly Trial[],
  { suite, filter, shard, shuffle, ...options }: Options,
  isTouched: (suite: string, sample: string) => boolean = () => true,
): Trial[] {
  const from = options['failed-from']
  const failed =
    from === undefined
      ? undefined
      : new Set(readRun(from).trials.flatMap(({ key, passed }) => (passed === true ? [] : [key])))
  const pattern = patternOf(filter)
  const [part = 1, parts = 1] = (shard ?? '1/1').split('/').map(Number)
  const wanted = trials
    .filter((trial) => suite === undefined || suite.includes(trial.suite))
    .filter((trial) => isTouched(trial.suite, trial.sample))
    .filter(({ key }) => failed?.has(key) !== false)
    .filter(
      ({ key, tags, guide, severity }) =>
        pattern === undefined || [key, guide ?? '', severity, ...tags].some((text) => pattern.test(text)),
    )
    .filter(shardOf(part, parts))
  if (shuffle === undefined) return wanted
  const seed = Number(shuffle)
  return wanted.toSorted((a, b) => rank(a.key, seed) - rank(b.key, seed))
}

/** Keeps one of so many parts. What stands or falls together stays together: the same question in other words. */
function shardOf(part: number, parts: number): (trial: Trial) => boolean {
  const places = new Map<string, number>()
  return ({ suite, cluster }) => {
    const name = `${suite}/${cluster}`
    const place = places.get(name) ?? places.size
    places.set(name, place)
    return place % parts === part - 1
  }
}

/** A place in a shuffled order, the same for the same seed. */
function rank(key: string, seed: number): number {
  let value = seed >>> 0
  for (const character of key) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return value
}

function patternOf(filter: string | undefined): RegExp | undefined {
  return filter === undefined ? undefined : new RegExp(filter, 'u')
}
