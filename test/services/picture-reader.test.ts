import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPictureReader } from '../../src/services/materials/picture-reader.ts'
import { pictureOf, READS_PICTURES } from '../support/pictures/picture-of.ts'
import { png } from '../support/sample-files.ts'
import { counterLog } from '../support/telemetry.ts'
import { temporaryFolder } from '../store/folder.ts'

const PATH = '/usr/local/bin:/usr/bin:/bin'
const SIZE = { width: 1000, height: 640 }
const open = (command: string | undefined, path = PATH) => openPictureReader({ command, path, log: counterLog() })

/** A program of that name that knows the language and does this with a picture. */
async function programThat(does: string): Promise<string> {
  const folder = await temporaryFolder()
  const program = join(folder, 'reads')
  await writeFile(
    program,
    `#!/bin/sh\ncase "$1" in --list-langs) echo chi_sim;; --version) echo sample 1;; *) ${does};; esac\n`,
  )
  await chmod(program, 0o755)
  return program
}

describe.skipIf(!READS_PICTURES)('where Tesseract is installed', () => {
  test('the words on a picture are read, also of one that lies on its side', async () => {
    const reader = await open('tesseract')
    expect(reader.engine).toMatch(/^tesseract \d/)
    expect(await reader.read(pictureOf('identity-card'), SIZE)).toContain('350203199001010018')
    expect(await reader.read(pictureOf('sideways-identity-card'), SIZE)).toContain('350203199001010018')
  })

  test('a picture without words, or that does not open, is not read', async () => {
    const reader = await open('tesseract')
    expect(await reader.read(png(), SIZE)).toBeNull()
    expect(await reader.read(Buffer.from('no picture'), SIZE)).toBeNull()
  })
})

test.each([
  ['nobody wants one', undefined],
  ['none is installed', 'no-such-program'],
  ['it does not know Chinese', 'true'],
])('no picture is read where %s', async (_, command) => {
  const reader = await open(command)
  expect(reader.engine).toBeNull()
  expect(await reader.read(pictureOf('lease'), SIZE)).toBeNull()
})

/** A line of Tesseract's table, for a shell to print. */
const ROW = '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t96\\t房屋租赁合同承租人\\n'

test('a picture that unpacks to more than is read is not given to the program', async () => {
  const reader = await open(await programThat(`printf '${ROW}'`))
  expect(await reader.read(png(), { width: 30_000, height: 30_000 })).toBeNull()
  expect(await reader.read(png(), null)).toBeNull()
  expect(await reader.read(png(), SIZE)).not.toBeNull()
})

test('a program that fails, or wants more memory than it may have, has read nothing', async () => {
  const failing = await open(await programThat(`printf '${ROW}'; exit 3`))
  expect(await failing.read(png(), SIZE)).toBeNull()
  const node = `'${process.execPath}'`
  const greedy = await open(await programThat(`exec ${node} -e 'Buffer.alloc(2e9); process.stdout.write("${ROW}")'`))
  expect(await greedy.read(png(), SIZE)).toBeNull()
})

test('two are read at once, six wait, and whoever comes then is not kept waiting', async () => {
  const reader = await open(await programThat(`cat >/dev/null; sleep 0.2; printf '${ROW}'`))
  const read = await Promise.all(Array.from({ length: 11 }, () => reader.read(png(), SIZE)))
  expect(read.filter((text) => text !== null)).toHaveLength(8)
  expect(await reader.read(png(), SIZE)).toBe('房屋租赁合同承租人')
})
