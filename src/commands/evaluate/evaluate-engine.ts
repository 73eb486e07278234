import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import {
  CASSETTE_MODES,
  createCassette,
  openRecordings,
  RunProblem,
  type Cassette,
  type CassetteMode,
} from '../../evaluation/index.ts'
import { tokeniseSecrets } from '../../model/index.ts'

/** The engine that a run inspects. */
export type EngineChoice = {
  /** `embedded`, or `openai:<model>`. */
  readonly engine: string
  /** The settings under which the house is opened: nobody's database, the sandbox city, one engine. */
  readonly config: Config
  /** Recorder of the model's calls; undefined for the embedded engine. */
  readonly cassette: Cassette | undefined
  /** True when nothing may leave this machine. */
  readonly offline: boolean
}

/** Sent in place of a key while recordings are replayed. */
const NO_KEY = 'none'
/** Never opens the breaker: an evaluation counts errors itself. */
const PATIENCE = 1_000_000

/**
 * Reads which engine is wanted and how its calls are had. Without `--cassettes` recordings are replayed where there are
 * some, and calls are made where there are none.
 * @throws RunProblem for an unknown engine or mode, and when a model is asked for that is not configured.
 */
export function chooseEngine(
  config: Config,
  { engine, cassettes }: { readonly engine: string; readonly cassettes?: string | undefined },
): EngineChoice {
  const own = { DATABASE_URL: undefined, CITY: 'sandbox' as const, LOG_LEVEL: 'silent' as const }
  if (engine === 'embedded') {
    const alone = { OPENAI_MODEL: undefined, OPENAI_API_KEY: undefined, EMBEDDING_MODEL: undefined }
    return { engine, config: { ...config, ...own, ...alone }, cassette: undefined, offline: true }
  }
  if (engine !== 'openai') throw new RunProblem(`不认识的引擎“${engine}”：写 embedded 或 openai。`)
  const { OPENAI_MODEL: model, OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl } = config
  if (model === undefined) throw new RunProblem('要评 openai 引擎，却没有写 OPENAI_MODEL：没有跑，也不算通过。')
  const folder = cassetteFolder(config, model)
  const mode = readMode(cassettes) ?? (existsSync(folder) ? 'replay' : 'live')
  if (mode !== 'replay' && key === undefined && baseUrl === undefined)
    throw new RunProblem(
      '没有 OPENAI_API_KEY，也没有 OPENAI_BASE_URL：没有跑，也不算通过。有录音时可以用 --cassettes replay。',
    )
  const redact = (text: string): string =>
    tokeniseSecrets(key === undefined ? text : text.replaceAll(key, '‹密钥›')).text.replaceAll(KEY, '‹密钥›')
  const cassette = createCassette({ mode, recordings: openRecordings(folder), redact })
  return {
    engine: `openai:${model}`,
    config: { ...config, ...own, OPENAI_API_KEY: key ?? NO_KEY, MODEL_BREAKER_FAILURES: PATIENCE },
    cassette,
    offline: mode === 'replay',
  }
}

/** A key of a provider, wherever it stands. */
const KEY = /\b(?:sk|pk|key)-[\w-]{16,}|\bBearer\s+[\w.~+/-]{16,}=*/g

/** Where the recordings of a model are kept. */
export function cassetteFolder({ root }: Pick<Config, 'root'>, model: string): string {
  return join(root, 'evals/cassettes', fileNameOf(model))
}

/** The name of an engine or a model as a file may be called. */
export function fileNameOf(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, '-')
}

function readMode(given: string | undefined): CassetteMode | undefined {
  if (given === undefined) return undefined
  const mode = CASSETTE_MODES.find((one) => one === given)
  if (mode === undefined) throw new RunProblem(`--cassettes ${given} 不对：写 ${CASSETTE_MODES.join('、')} 之一。`)
  return mode
}
