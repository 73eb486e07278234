import hnswlib from 'hnswlib-node'
import { assertVector, type Neighbour, type VectorIndex } from './vector-index.ts'

/** Graph width, care while building, care while searching. Source: docs/decisions/0003, measured for recall@10 ≥ 0.97. */
const WIDTH = 32
const BUILD_EFFORT = 200
const SEARCH_EFFORT = 160
const SEED = 100

type Graph = InstanceType<typeof hnswlib.HierarchicalNSW>

/** An approximate index for many vectors: a navigable graph (HNSW) of hnswlib. */
export function createHnswIndex(dimensions: number, capacity = 1024): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW('cosine', dimensions)
  graph.initIndex(capacity, WIDTH, BUILD_EFFORT, SEED)
  return overGraph(graph, dimensions, new Set())
}

/** Reads an index that `write` wrote; `live` are the labels not removed from it. @throws when the file is broken. */
export async function readHnswIndex(file: string, dimensions: number, live: Iterable<number>): Promise<VectorIndex> {
  const graph = new hnswlib.HierarchicalNSW('cosine', dimensions)
  await graph.readIndex(file)
  return overGraph(graph, dimensions, new Set(live))
}

function overGraph(graph: Graph, dimensions: number, live: Set<number>): VectorIndex {
  const removed = new Set(graph.getIdsList().filter((label) => !live.has(label)))
  graph.setEf(SEARCH_EFFORT)
  return {
    kind: 'hnsw',
    dimensions,
    size: () => live.size,
    put(label, vector) {
      assertVector(vector, dimensions)
      if (removed.delete(label)) graph.unmarkDelete(label)
      else if (!live.has(label) && graph.getCurrentCount() >= graph.getMaxElements()) {
        graph.resizeIndex(graph.getMaxElements() * 2)
      }
      graph.addPoint(Array.from(vector), label)
      live.add(label)
    },
    remove(label) {
      if (!live.delete(label)) return
      graph.markDelete(label)
      removed.add(label)
    },
    nearest(vector, count, accept) {
      assertVector(vector, dimensions)
      const wanted = Math.min(count, live.size)
      if (wanted === 0) return []
      graph.setEf(Math.max(SEARCH_EFFORT, wanted))
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted, accept)
      return neighbors
        .map((label, at): Neighbour => ({ label, similarity: 1 - (distances[at] ?? 1) }))
        .sort((a, b) => b.similarity - a.similarity || a.label - b.label)
    },
    async write(file) {
      await graph.writeIndex(file)
    },
  }
}
