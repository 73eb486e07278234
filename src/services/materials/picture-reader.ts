import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { CounterLog } from '../counter-tools.ts'
import type { PictureSize } from './attached.ts'
import { sureText } from './sure-text.ts'

/** Reads the words on a picture, by a program that is installed beside us. */
export type PictureReader = {
  /** Name and version of the program; null: none is there, and pictures are not compared with the form. */
  readonly engine: string | null
  /** What is surely read; null where nothing is, or where it takes too long. Never throws. */
  readonly read: (content: Buffer, size: PictureSize | null) => Promise<string | null>
}

/** Where no program is installed. */
export const NO_PICTURE_READER: PictureReader = { engine: null, read: () => Promise.resolve(null) }

/** Longest a citizen waits for her photo to be read; twelve megapixels take three seconds. */
const READ_MS = 12_000
/** On a busy machine a program takes seconds to start. */
const PROBE_MS = 20_000
/** Address space of the program: it takes 0.75 GB for the largest picture that is read. */
const MAX_MEMORY_KB = 1_500_000
const MAX_PIXELS = 50_000_000
/** Each takes a core. */
const AT_ONCE = 2
const MOST_WAITING = 6
const MAX_OUTPUT = 4 * 1024 * 1024
const LANGUAGE = 'chi_sim'

type Options = {
  /** The program, `tesseract` of Debian's `tesseract-ocr`; undefined: pictures are not read. */
  readonly command: string | undefined
  /** Folders it is looked for in. */
  readonly path: string
  readonly log: CounterLog
}

const run = promisify(execFile)

/** Looks once whether Tesseract is installed with simplified Chinese. */
export async function openPictureReader({ command, path, log }: Options): Promise<PictureReader> {
  if (command === undefined) return NO_PICTURE_READER
  // Nothing of our environment but where programs are; the picture goes in by a pipe, so that none lies on the disk.
  const env = { PATH: path, OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' }
  const start = (words: readonly string[], timeout: number) =>
    run('/bin/sh', ['-c', `ulimit -v ${MAX_MEMORY_KB} && exec "$@"`, 'sh', command, ...words], {
      env,
      timeout,
      killSignal: 'SIGKILL',
      maxBuffer: MAX_OUTPUT,
    })

  const probe = (word: string) => start([word], PROBE_MS).catch(() => undefined)
  const [languages, version] = await Promise.all([probe('--list-langs'), probe('--version')])
  const held = languages?.stdout.split(/\s+/) ?? []
  if (version === undefined || !held.includes(LANGUAGE)) {
    log.info({ command, language: LANGUAGE }, 'no program reads pictures; they are not compared with the form')
    return NO_PICTURE_READER
  }
  const engine = version.stdout.split('\n')[0]?.trim() || command
  log.info({ engine }, 'pictures are read')
  // Orientation is looked for where its data are installed: a photo may lie on its side.
  const words = ['stdin', 'stdout', '-l', LANGUAGE, '--psm', held.includes('osd') ? '1' : '3', 'tsv']
  const places = createPlaces()

  return {
    engine,
    async read(content, size) {
      if (size === null || size.width * size.height > MAX_PIXELS) return null
      if (!(await places.take())) return null
      try {
        const reading = start(words, READ_MS)
        reading.child.stdin?.on('error', () => undefined)
        reading.child.stdin?.end(content)
        return sureText((await reading).stdout)
      } catch (error) {
        const { code, signal } = error as { code?: unknown; signal?: unknown }
        log.warn({ code, signal }, 'a picture could not be read')
        return null
      } finally {
        places.leave()
      }
    },
  }
}

/** A few at once, a few waiting; `take` says no to whoever comes after them. */
function createPlaces() {
  let taken = 0
  const waiting: (() => void)[] = []
  return {
    take: async (): Promise<boolean> => {
      if (taken < AT_ONCE) {
        taken += 1
        return true
      }
      if (waiting.length >= MOST_WAITING) return false
      await new Promise<void>((resolve) => waiting.push(resolve))
      return true
    },
    /** The place goes to whoever waits. */
    leave: (): void => {
      const next = waiting.shift()
      if (next === undefined) taken -= 1
      else next()
    },
  }
}
