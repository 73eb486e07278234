import { parseArgs } from 'node:util'
import { RunProblem, type Price } from '../../evaluation/index.ts'

const OPTIONS = {
  suite: { type: 'string', multiple: true },
  filter: { type: 'string' },
  shard: { type: 'string' },
  changed: { type: 'string' },
  seeds: { type: 'string', default: '1' },
  personas: { type: 'string', default: 'one' },
  concurrency: { type: 'string', default: '4' },
  out: { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
  html: { type: 'string' },
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

/** What can be inspected. */
export const SUITE_NAMES = ['answers', 'retrieval', 'refusals', 'hostile', 'services', 'signed-in', 'prompts'] as const

/** Commands that play suites; the others take files. */
const PLAYING = ['run', 'determinism']
const COMMANDS = [
  ...PLAYING,
  'bless',
  'score',
  'merge',
  'compare',
  'self-test',
  'stale',
  'coverage',
  'cassettes',
  'export',
  'judge',
  'import',
]

/** How the command is called. */
const USAGE = `用法：npm run eval -- [命令] [套件…] [选项]
  run       跑评测，和基线比（默认）；套件有 ${SUITE_NAMES.join('、')}，不写就全跑：npm run eval -- answers refusals
            --json 文件  --junit 文件  --html 文件       结果另存一份
            --suite answers  --filter 正则  --shard 1/4  --failed-from RUN  --personas all  --failures  --twice  --out 文件夹
            --changed main   只跑某个提交以来改过的指南、提示词、样本所涉及的
            --repeat 5       每条跑几遍，看稳不稳        --resume           接着跑上次断掉的
            --retry-errors 2 出错的再试，不通过的不试    --engine openai    评语言模型（默认 embedded）
            --max-seconds 600  --max-tokens 2000000  --max-cost 20 --price 2/8
                             到了限额就停（元；价格是每百万 token 的输入/输出），跑过的留着，用 --resume 接着跑
            --cassettes live|record|replay|auto          模型的调用：直接调、录、只放录音、没有才录
  determinism  跑两遍，第二遍打乱次序、换并发和时区，结果要逐字节相同（同 --twice）
  bless     把上一次跑的结果定为基线，要写理由 --reason "…"
  score     RUN…   按现在的评分规则重新评分，不重跑；结果在 evals/reports/scored
  merge     RUN…   合并分片（evals/reports/shard-*）；结果在 evals/reports/merged，少了分片就不作数
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

/**
 * Reads a call. `files` are what a command is given; a call that names suites, and `run` with suites behind it, play these.
 * @throws RunProblem for a command, a suite or an option that does not exist or cannot be read.
 */
export function parseOptions(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })
    const { command, suites, files } = readPositionals(positionals)
    const suite = [...(values.suite ?? []), ...suites]
    const stranger = suite.find((name) => !isSuite(name))
    if (stranger !== undefined) throw new RunProblem(`没有叫“${stranger}”的套件：有 ${SUITE_NAMES.join('、')}。`)
    if (values.filter !== undefined) void new RegExp(values.filter, 'u')
    const [part = 0, parts = 0] = (values.shard ?? '1/1').split('/').map(Number)
    if (!(part >= 1 && part <= parts)) throw new RunProblem(`--shard ${values.shard} 不对，要写成 1/4 这样。`)
    return {
      command,
      files,
      values: {
        ...values,
        suite: suite.length === 0 ? undefined : suite,
        out: values.out ?? folderOf(command, values.shard),
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

function readPositionals([first = 'run', ...rest]: readonly string[]) {
  if (PLAYING.includes(first)) return { command: first, suites: rest, files: [] }
  if (COMMANDS.includes(first)) return { command: first, suites: [], files: rest }
  if (isSuite(first)) return { command: 'run', suites: [first, ...rest], files: [] }
  throw new RunProblem(`没有“${first}”这个命令，也没有叫这个的套件：套件有 ${SUITE_NAMES.join('、')}。`)
}

function isSuite(name: string): boolean {
  return SUITE_NAMES.some((one) => one === name)
}

/** Where reports stand unless a folder is given: nothing that is made of stored runs replaces the last run, and no shard another. */
function folderOf(command: string, shard: string | undefined): string {
  if (command === 'score') return 'evals/reports/scored'
  if (command === 'merge') return 'evals/reports/merged'
  return shard === undefined ? 'evals/reports' : `evals/reports/shard-${shard.replace('/', '-of-')}`
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
