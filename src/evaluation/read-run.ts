import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RunProblem } from './run-problem.ts'
import { Run } from './run.ts'

/** A stored run, by its file or its folder. @throws RunProblem when the file is missing, cut off half-way, or no run. */
export function readRun(path: string): Run {
  const file = path.endsWith('.json') ? path : join(path, 'run.json')
  try {
    return Run.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new RunProblem(`${path} 不是一次完整的评测结果：${reason}`)
  }
}
