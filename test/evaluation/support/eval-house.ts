import { copyFile, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { vi } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { KEPT_CONTENT } from '../../../src/content/index.ts'
import { evaluate } from '../../../src/evaluate.ts'
import { learntFolder } from '../../support/learnt-folder.ts'
import { copyStaffFiles } from '../../support/staff-files.ts'

/** What a call of `npm run eval` printed and answered with. */
export type Called = { readonly code: number; readonly out: string; readonly errors: string }

/** A repository of its own with the real guides and suites of our choice, in which `npm run eval` can be called. */
export type EvalHouse = {
  readonly root: string
  /** Writes a file of it. */
  readonly write: (file: string, text: string) => Promise<void>
  /** `npm run eval -- …words` with settings of the environment. */
  readonly call: (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Called>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** One question with the fee that its guide holds; passes on the embedded engine. */
export const FEE_SAMPLE = `- id: renewal-fee
  guide: resident-id
  question_type: fee
  severity: critical
  ask: [身份证到期换证多少钱, 身份證到期換證多少錢]
  outcome: answer
  facts:
    - {id: fee, critical: true, about: [期满换领, 有效期满换领], quantity: {kind: money, value: 20}, source: resident-id#fees}
  cite: {allow: [resident-id#fees]}
  retrieve: {relevant: {resident-id#fees: 2, resident-id: 1}, k: 5}
`

/** Opens the repository with `evals/answers/sample.yaml`. */
export async function openEvalHouse(answers = FEE_SAMPLE): Promise<EvalHouse> {
  const root = await copyStaffFiles()
  await bringLearnt(join(root, 'data/evaluation'))
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  await write('evals/answers/sample.yaml', answers)
  return {
    root,
    write,
    call: async (words, env = {}) => {
      const config = { ...readConfig({ DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent', ...env }), root }
      const [out, errors] = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockReturnValue(true),
      )
      try {
        const code = await evaluate(config, words)
        const said = (spy: typeof out): string => (spy?.mock.calls ?? []).map(([text]) => String(text)).join('')
        return { code, out: said(out), errors: said(errors) }
      } finally {
        out?.mockRestore()
        errors?.mockRestore()
      }
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

/** A copy of what the tests learnt: staff files that a test changes are learnt anew, and what they replace is deleted. */
async function bringLearnt(folder: string): Promise<void> {
  const learnt = await learntFolder()
  const recogniser = join(learnt, 'recogniser')
  const index = join(learnt, 'index')
  for (const shared of [recogniser, index]) await mkdir(shared, { recursive: true })
  await mkdir(folder, { recursive: true })
  await copyFile(join(learnt, KEPT_CONTENT), join(folder, KEPT_CONTENT)).catch(() => undefined)
  await symlink(index, join(folder, 'index'))
  const files = (await readdir(recogniser)).filter((name) => name.endsWith('.bin'))
  // The first test learns for the others.
  if (files.length === 0) return symlink(recogniser, join(folder, 'recogniser'))
  await mkdir(join(folder, 'recogniser'))
  for (const name of files) await copyFile(join(recogniser, name), join(folder, 'recogniser', name))
}
