/** One sentence a line; empty lines and those that begin with # are for people. `line` counts from 1. */
export function readPlainLines(text: string): { readonly text: string; readonly line: number }[] {
  return text
    .split('\n')
    .map((line, at) => ({ text: line.trim(), line: at + 1 }))
    .filter((one) => one.text !== '' && !one.text.startsWith('#'))
}
