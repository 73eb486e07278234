/** A line of two texts laid beside each other: kept, taken out of the first, or added by the second. */
export type DiffLine = { readonly mark: ' ' | '-' | '+'; readonly text: string }

/** The shortest way from one text to another, line by line (longest common subsequence). */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  const common: number[][] = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = common[i] ?? []
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]]
    if (i < a.length && j < b.length && old === now) {
      lines.push({ mark: ' ', text: old ?? '' })
      i += 1
      j += 1
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: '-', text: old ?? '' })
      i += 1
    } else {
      lines.push({ mark: '+', text: now ?? '' })
      j += 1
    }
  }
  return lines
}
