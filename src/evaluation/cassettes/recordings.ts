import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RunProblem } from '../run-problem.ts'
import { CanonicalRequest, keyOf } from './canonical-request.ts'

/** One call of a model as it was recorded: the request, the parts of the reply, and how long it took. */
export const Recording = z.strictObject({
  version: z.literal(1),
  repeat: z.number().int().positive(),
  request: CanonicalRequest,
  /** Parts of the stream, pieces of text joined. */
  parts: z.array(z.record(z.string(), z.unknown())),
  latencyMs: z.number().int(),
})
export type Recording = z.infer<typeof Recording>

/** The recordings in a folder, one file a call. */
export type Recordings = {
  readonly get: (key: string) => Recording | undefined
  readonly all: () => ReadonlyMap<string, Recording>
  readonly put: (recording: Recording) => void
  readonly remove: (key: string) => void
}

/** Opens a folder of recordings; one that is not there is empty. @throws RunProblem for a file that is no recording, or was altered. */
export function openRecordings(folder: string): Recordings {
  const held = new Map<string, Recording>()
  for (const name of filesOf(folder)) {
    const recording = read(join(folder, name))
    const key = keyOf(recording.request, recording.repeat)
    if (`${key}.json` !== name) throw new RunProblem(`${join(folder, name)} 的内容和文件名对不上：录音被改过，请重录。`)
    held.set(key, recording)
  }
  return {
    get: (key) => held.get(key),
    all: () => held,
    put: (recording) => {
      const key = keyOf(recording.request, recording.repeat)
      mkdirSync(folder, { recursive: true })
      const file = join(folder, `${key}.json`)
      // A run that is killed leaves whole recordings or none.
      writeFileSync(`${file}.part`, `${JSON.stringify(recording, undefined, 1)}\n`)
      renameSync(`${file}.part`, file)
      held.set(key, recording)
    },
    remove: (key) => {
      rmSync(join(folder, `${key}.json`))
      held.delete(key)
    },
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function read(file: string): Recording {
  try {
    return Recording.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new RunProblem(
      `${file} 不是一段录音：${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`,
    )
  }
}
