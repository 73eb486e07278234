import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemaFiles } from '../src/content/index.ts'

// Editor hints for staff files: run after a schema in src/content/ changes.
const folder = join(import.meta.dirname, '..', 'knowledge', 'schemas')
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemaFiles()) writeFileSync(join(folder, name), text)
