import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp, type App, type AppOptions } from '../../app.ts'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import { openRunFolder } from './evaluate-folder.ts'
import { RunProblem, type HostileSample } from '../../evaluation/index.ts'

/** A house beside the one under evaluation, whose guides somebody wrote into. */
type PlantedHouse = {
  /** Opens it at the first call. */
  readonly open: () => Promise<App>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

type Planted = Pick<HostileSample, 'id' | 'plant'>

/**
 * A house of its own for the samples that plant a text: a copy of the staff files with every text at the end of its
 * section, in a folder of this run below `shared`, which keeps what was learnt from them.
 */
export function plantedHouse(
  config: Config,
  { shared, content, samples }: { shared: string; content: StaffContent; samples: readonly Planted[] },
  options: AppOptions,
): PlantedHouse {
  const rooms = new AsyncDisposableStack()
  let opened: Promise<App> | undefined
  const open = async (): Promise<App> => {
    const { path } = rooms.use(await openRunFolder(shared))
    const root = join(path, 'staff')
    await mkdir(root)
    for (const name of ['knowledge', 'prompts'])
      await cp(join(config.root, name), join(root, name), { recursive: true })
    for (const sample of samples) await plant(root, content, sample)
    const app = rooms.use(await createApp({ ...config, root, dataDir: path }, options))
    await app.library.ready
    return app
  }
  return {
    open: () => (opened ??= open()),
    [Symbol.asyncDispose]: async () => {
      await opened?.catch(() => undefined)
      await rooms.disposeAsync()
    },
  }
}

async function plant(root: string, { guides }: StaffContent, { id, plant: planted }: Planted): Promise<void> {
  if (planted === undefined) return
  const guide = guides.get(planted.guide)
  const heading = guide?.sections.find(({ slug }) => slug === planted.section)?.heading
  if (guide === undefined || heading === undefined)
    throw new RunProblem(`${id} 要写进 ${planted.guide}#${planted.section}，没有这一节。`)
  const path = join(root, guide.file)
  const [front = '', ...sections] = (await readFile(path, 'utf8')).split(/^(?=## )/m)
  const written = sections.map((section) =>
    section.startsWith(`## ${heading}\n`) ? `${section.trimEnd()}\n\n${planted.text}\n\n` : section,
  )
  await writeFile(path, [front, ...written].join(''))
}
