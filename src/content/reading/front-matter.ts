import type { Problem } from '../checks/problem.ts'

/** A Markdown file cut in two. Lines count from 1. */
export type FrontMatter = {
  readonly head: string
  readonly headLine: number
  readonly body: string
  readonly bodyLine: number
}

/** Cuts a Markdown file into the YAML between its two `---` lines and the text below; a problem when it has none. */
export function splitFrontMatter(file: string, text: string): FrontMatter | Problem {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end < 0) {
    return {
      file,
      line: 1,
      problem: 'the file has no front matter',
      fix: 'start with a line "---", then the keys as in _template.md, then a line "---"',
    }
  }
  return {
    head: lines.slice(1, end).join('\n'),
    headLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  }
}
