import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepTerms } from '../../src/knowledge/words/kept-terms.ts'
import { rememberTerms } from '../../src/knowledge/words/remembered-terms.ts'

const WORDS = ['居住证', '养犬登记']
const TEXTS = ['居住证怎么办', '养犬登记要带什么\n身份证和照片', '居住证', '']

const readTerms = (text: string): string[] => Array.from(text, (character) => `1${character}`)
const readNothing = (text: string): never => {
  throw new Error(`${text} is read again`)
}

test('a start with kept terms reads no text again, and its terms have the same numbers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bianban-terms-'))
  try {
    const file = join(folder, 'below', 'terms.kept')
    const first = rememberTerms(readTerms, undefined)
    const counted = TEXTS.map((text) => first.read(text))
    keepTerms(file, WORDS).write(first)

    const again = rememberTerms(readNothing, keepTerms(file, WORDS).read())
    expect(TEXTS.map((text) => again.read(text))).toEqual(counted)
    expect([...again.book.terms()]).toEqual([...first.book.terms()])
    expect([first.isNew(), again.isNew()]).toEqual([true, false])

    const other = rememberTerms(readTerms, keepTerms(file, WORDS).read())
    other.read('护照')
    expect(other.isNew()).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('terms of an ear with other words, or of a file that was altered, are not used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bianban-terms-'))
  try {
    const file = join(folder, 'terms.kept')
    const first = rememberTerms(readTerms, undefined)
    first.read('居住证怎么办')
    keepTerms(file, WORDS).write(first)
    expect(keepTerms(file, [...WORDS, '护照']).read()).toBeUndefined()
    const bytes = await readFile(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    await writeFile(file, bytes)
    expect(keepTerms(file, WORDS).read()).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
