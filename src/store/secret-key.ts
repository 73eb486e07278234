import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../errors.ts'
import type { StoreLog } from './store-log.ts'

const FILE = 'secret.key'
const KEY_BYTES = 32
/** A given key shorter than this could be guessed. */
const SHORTEST_GIVEN = 32

const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : undefined)

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes the whole key aside and then links it into place: of two processes that start together, one key wins and both read it. */
const generate = async (file: string): Promise<void> => {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(aside, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(KEY_BYTES).toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await unlink(aside)
  }
  await syncFolder(path.dirname(file))
}

const readKeyFile = async (file: string): Promise<string | undefined> => {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const readOrGenerate = async (file: string): Promise<string | undefined> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const known = await readKeyFile(file)
  if (known !== undefined) return known
  await generate(file)
  return readKeyFile(file)
}

/**
 * The key of this installation: the one given, else the one in the data folder's `secret.key`, made at the first start and
 * readable by its owner only. Losing it loses every sealed text.
 * @throws AppError 'store-unavailable' when the given key has fewer than 32 characters, or the file cannot be read or holds no key.
 */
export const loadSecretKey = async (dataDir: string, given: string | undefined, log: StoreLog): Promise<string> => {
  if (given !== undefined) {
    if (given.length >= SHORTEST_GIVEN) return given
    throw new AppError('store-unavailable', `SECRET_KEY 至少需要 ${SHORTEST_GIVEN} 个字符。`)
  }
  const file = path.join(dataDir, FILE)
  try {
    const key = await readOrGenerate(file)
    if (key === undefined || !/^[0-9a-f]{64}$/.test(key)) throw new Error(`${file} does not hold 64 hexadecimal digits`)
    if (((await stat(file)).mode & 0o077) !== 0) log.warn({ file }, 'the secret key file can be read by other users')
    return key
  } catch (cause) {
    throw new AppError('store-unavailable', `密钥文件 ${file} 无法读取或内容不对。`, { cause })
  }
}
