import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeptContent, readStaffContent } from '../../src/content/index.ts'
import { GUIDE, staffFolder } from './sample-files.ts'

const GUIDE_FILE = 'knowledge/guides/leisure/kite-permit.md'
const keptIn = (root: string): string => join(root, 'data/staff-content.bin')

describe('content that was kept', () => {
  test('is what reading the files gives, to the last value', () => {
    using folder = staffFolder()
    const root = resolve(import.meta.dirname, '../..')
    const written = readStaffContent(root)
    expect(readKeptContent(root, keptIn(folder.root))).toStrictEqual(written)
    expect(existsSync(keptIn(folder.root))).toBe(true)
    expect(readKeptContent(root, keptIn(folder.root))).toStrictEqual(written)
  })
  test('gives way as soon as a staff file changes, appears or goes back', () => {
    using folder = staffFolder()
    const titleOf = () => readKeptContent(folder.root, keptIn(folder.root)).content.guides.get('kite-permit')?.title
    expect(titleOf()).toBe('风筝证申领')
    writeFileSync(join(folder.root, GUIDE_FILE), GUIDE.replace('title: 风筝证申领', 'title: 风筝证换领'))
    expect(titleOf()).toBe('风筝证换领')
    writeFileSync(join(folder.root, GUIDE_FILE), GUIDE)
    expect(titleOf()).toBe('风筝证申领')
    writeFileSync(join(folder.root, 'prompts/another.md'), 'no front matter')
    expect(readKeptContent(folder.root, keptIn(folder.root)).problems).toHaveLength(1)
  })
  test('is not believed when a single byte is another', () => {
    using folder = staffFolder()
    const written = readKeptContent(folder.root, keptIn(folder.root))
    const bytes = readFileSync(keptIn(folder.root))
    for (const place of [0, 40, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered.writeUInt8(altered.readUInt8(place) ^ 1, place)
      writeFileSync(keptIn(folder.root), altered)
      expect(readKeptContent(folder.root, keptIn(folder.root))).toStrictEqual(written)
      expect(readFileSync(keptIn(folder.root)).equals(bytes)).toBe(true)
    }
    writeFileSync(keptIn(folder.root), bytes.subarray(0, bytes.length >> 1))
    expect(readKeptContent(folder.root, keptIn(folder.root))).toStrictEqual(written)
  })
  test('never hides a mistake of the staff files', () => {
    using folder = staffFolder({ [GUIDE_FILE]: GUIDE.replace('title: ', 'titel: ') })
    const once = readKeptContent(folder.root, keptIn(folder.root)).problems
    expect(once.length).toBeGreaterThan(0)
    expect(existsSync(keptIn(folder.root))).toBe(false)
    expect(readKeptContent(folder.root, keptIn(folder.root)).problems).toEqual(once)
  })
  test('is done without where nothing can be written', () => {
    using folder = staffFolder()
    const nowhere = join(folder.root, GUIDE_FILE, 'staff-content.bin')
    expect(readKeptContent(folder.root, nowhere)).toStrictEqual(readStaffContent(folder.root))
  })
})
