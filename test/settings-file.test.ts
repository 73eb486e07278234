import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const commands = Object.keys(scripts).filter((name) => scripts[name]?.includes('src/main.ts') === true)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianban-settings-'))
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'))
  for (const name of ['src', 'node_modules', 'knowledge', 'prompts'])
    await symlink(join(root, name), join(folder, name))
  await writeFile(join(folder, '.env'), 'RATE_LIMIT_PER_ADDRESS=many\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('every command of the program takes its settings from .env as well', () => {
  expect(commands).toContain('eval')
  expect(commands.filter((name) => scripts[name]?.includes('--env-file-if-exists=.env') !== true)).toEqual([])
})

test('npm run eval reads the settings in .env', { timeout: 60_000 }, async () => {
  const said = await new Promise<string>((settle) => {
    execFile('npm', ['run', 'eval'], { cwd: folder, timeout: 50_000 }, (_error, _out, errors) => settle(errors))
  })
  expect(said).toContain('RATE_LIMIT_PER_ADDRESS')
})
