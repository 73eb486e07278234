/** A slot of an index with its score. */
export type Scored = { readonly slot: number; readonly score: number }

/** The `limit` best of `slots` by `scoreOf`, best first; equal scores in slot order. Linear but for the winners. */
export function bestOf(slots: readonly number[], scoreOf: (slot: number) => number, limit: number): Scored[] {
  const heap: number[] = []
  /** What the worst of the winners has, once a better one took its place: most slots have less, and need no comparing. */
  let least = -Infinity
  const worse = (a: number, b: number): boolean => {
    const difference = scoreOf(a) - scoreOf(b)
    return difference < 0 || (difference === 0 && a > b)
  }
  for (const slot of slots) {
    if (heap.length < limit) {
      heap.push(slot)
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1
        if (!worse(heap[child] ?? 0, heap[parent] ?? 0)) break
        swap(heap, child, parent)
        child = parent
      }
    } else if (limit > 0 && scoreOf(slot) >= least && worse(heap[0] ?? 0, slot)) {
      heap[0] = slot
      sink(heap, worse)
      least = scoreOf(heap[0])
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((slot) => ({ slot, score: scoreOf(slot) }))
}

function sink(heap: number[], worse: (a: number, b: number) => boolean): void {
  for (let parent = 0; ;) {
    let least = parent
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && worse(heap[child] ?? 0, heap[least] ?? 0)) least = child
    }
    if (least === parent) return
    swap(heap, parent, least)
    parent = least
  }
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a] ?? 0
  heap[a] = heap[b] ?? 0
  heap[b] = held
}
