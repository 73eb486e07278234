import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { vi } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { KEPT_CONTENT } from '../../../src/content/index.ts'
import { evaluate } from '../../../src/commands/evaluate/evaluate.ts'
import { bringLearnt, keepLearnt, learntFolder } from '../../support/learnt-folder.ts'
import { sharedLibraryOver } from '../../support/own-content.ts'
import { copySmallTown, copyStaffFiles } from '../../support/staff-files.ts'

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

/** Opens the repository with `evals/answers/sample.yaml`; with these `guides` alone where a test changes one of them. */
export async function openEvalHouse(answers = FEE_SAMPLE, guides?: readonly string[]): Promise<EvalHouse> {
  const root = await (guides === undefined ? copyStaffFiles() : copySmallTown(guides))
  const shared = join(root, 'data/evaluation')
  await bringAll(shared)
  await bringLearnt(join(root, 'data/planted'))
  const libraryOver = await sharedLibraryOver()
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  await write('evals/answers/sample.yaml', answers)
  return {
    root,
    write,
    call: async (words, env = {}) => {
      const config = {
        ...readConfig({ DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent', TESSERACT: '', ...env }),
        root,
      }
      const [out, errors] = [process.stdout, process.stderr].map((stream) =>
        vi.spyOn(stream, 'write').mockReturnValue(true),
      )
      try {
        const code = await evaluate(config, words, { libraryOver })
        const said = (spy: typeof out): string => (spy?.mock.calls ?? []).map(([text]) => String(text)).join('')
        return { code, out: said(out), errors: said(errors) }
      } finally {
        await keepLearnt(shared)
        await keepLearnt(join(root, 'data/planted'))
        out?.mockRestore()
        errors?.mockRestore()
      }
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

/** What the tests learnt, below the folder that runs of this repository share. */
async function bringAll(folder: string): Promise<void> {
  await bringLearnt(folder)
  const learnt = await learntFolder()
  await copyFile(join(learnt, KEPT_CONTENT), join(folder, KEPT_CONTENT))
}
