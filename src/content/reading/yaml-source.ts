import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { Problem } from '../checks/problem.ts'

/** Path of a value inside a YAML file: keys and list positions. */
export type YamlPath = readonly (string | number)[]

/** A parsed YAML text that remembers where everything stands. */
export type YamlSource = {
  readonly file: string
  /** Plain values; undefined when the text is no valid YAML. */
  readonly data: unknown
  /** Line in the file (from 1) of a value, its key, or the nearest thing around it that exists. */
  readonly lineOf: (path: YamlPath) => number
  readonly problems: readonly Problem[]
}

/**
 * Parses a YAML text.
 * @param firstLine line of the file on which the text starts, for front matter.
 */
export function parseYaml(file: string, text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  // What follows a first error is mostly its echo.
  const problems = document.errors.slice(0, 1).map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    problem: `this is not valid YAML: ${firstSentence(error.message)}`,
    fix: 'check the indentation and quotes of this line; put text that holds a colon or {{…}} between quotes',
  }))
  const data: unknown = problems.length === 0 ? document.toJS() : undefined
  return { file, data, lineOf: (path) => lineAt(offsetOf(document, path)), problems }
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
}

function offsetOf(document: Document, path: YamlPath): number {
  let node: unknown = document.contents
  let offset = rangeStart(node) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(step))
      if (pair === undefined) return offset
      offset = rangeStart(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      offset = rangeStart(node) ?? offset
    } else return offset
  }
  return offset
}

function rangeStart(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
