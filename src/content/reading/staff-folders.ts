import { globSync } from 'node:fs'
import { sep } from 'node:path'

/** Files below `root` that match, in the order of their names, with `/`. Templates (`_…`) and READMEs are for people. */
export function filesBelow(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !/\/(_[^/]*|README\.md)$/.test(file))
    .toSorted()
}
