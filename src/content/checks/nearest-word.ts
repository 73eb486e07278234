/** Edits (insert, drop, replace, swap neighbours) that turn one word into the other. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    const above = rows[row - 1] ?? []
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const replaced = (above[column - 1] ?? 0) + (same ? 0 : 1)
      let best = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && swapped) best = Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1)
      current.push(best)
    }
    rows.push(current)
  }
  return rows[from.length]?.[to.length] ?? 0
}

/** The known word somebody most likely meant, or undefined when none is close. */
export function nearestWord(written: string, known: readonly string[]): string | undefined {
  let best: { word: string; distance: number } | undefined
  for (const word of known) {
    const distance = editDistance(written.toLowerCase(), word.toLowerCase())
    if (best === undefined || distance < best.distance) best = { word, distance }
  }
  if (best === undefined) return undefined
  return best.distance <= Math.max(1, Math.floor(written.length / 3)) ? best.word : undefined
}
