import { basename } from 'node:path'
import type { StaffContent } from '../../content/index.ts'
import type { SuiteReading } from '../suites/read-suites.ts'

/** What a change of staff files can move. */
export type Touched = {
  /** `suite/sample` of what is to be played; the retrieval of an answer goes with it. */
  readonly samples: ReadonlySet<string>
  /** Changed files that no sample inspects on this engine, each with the reason in words. */
  readonly unseen: readonly string[]
}

/** `why`: what of it is not seen; empty where all is, or where nothing is to be seen. */
type Reach = 'everything' | { readonly samples: readonly string[]; readonly why: string }

/**
 * The samples that rest on changed files. A guide touches the samples that are about it, take a fact from it, cite it, or
 * are answered with its form; a file of samples touches its own; the fixed texts, the thesaurus and the dials touch all.
 * @param files paths from the root, with `/`. @param offline whether the engine is the embedded one, which reads no prompt.
 */
export function touchedSamples(
  files: readonly string[],
  suites: SuiteReading,
  content: Pick<StaffContent, 'services'>,
  { offline }: { readonly offline: boolean },
): Touched {
  const guidesOf = guidesBySample(suites, content)
  const about = (guide: string): string[] => [...guidesOf].flatMap(([name, own]) => (own.has(guide) ? [name] : []))
  const samples = new Set<string>()
  const unseen: string[] = []
  for (const file of files) {
    const reach = reachOf(file)
    const found = reach === 'everything' ? [...suites.files.keys()] : reach.samples
    for (const name of found) samples.add(name)
    if (reach !== 'everything' && reach.why !== '') unseen.push(`${file}：${reach.why}`)
  }
  return { samples, unseen }

  function reachOf(file: string): Reach {
    const [room, folder = ''] = file.split('/')
    const id = basename(file).replace(/\.[^.]+$/, '')
    if (id === 'README' || folder === 'schemas') return { samples: [], why: '' }
    if (room === 'evals')
      return { samples: [...suites.files].flatMap(([name, own]) => (own === file ? [name] : [])), why: '' }
    if (room === 'prompts' && file.endsWith('.md')) {
      const own = `prompts/${id}`
      if (id === 'judge') return { samples: [own], why: '只有评审模型读它，回答看不出来' }
      return offline
        ? { samples: [own], why: '离线引擎不读它，回答离线无法衡量：用 --engine openai' }
        : { samples: [...suites.files.keys(), own], why: '' }
    }
    if (folder === 'guides' || folder === 'asks') return reachOfSamples(about(id), '没有样本问到这份指南')
    if (folder === 'services') {
      const forms = suites.services.filter(({ service }) => service === id).map((one) => `services/${one.id}`)
      const guide = content.services.get(id)?.guide
      return reachOfSamples([...forms, ...(guide === undefined ? [] : about(guide))], '没有样本填这张表')
    }
    return 'everything'
  }
}

function reachOfSamples(samples: readonly string[], none: string): Reach {
  return { samples, why: samples.length === 0 ? none : '' }
}

/** The guides that each sample rests on. */
function guidesBySample(
  { answers, refusals, hostile, services }: SuiteReading,
  content: Pick<StaffContent, 'services'>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const named = (suite: string, id: string, sources: readonly (string | undefined)[]): [string, Set<string>] => [
    `${suite}/${id}`,
    new Set(sources.flatMap((source) => source?.split('#')[0] ?? [])),
  ]
  return new Map([
    ...answers.map(({ id, guide, facts, cite, retrieve }) =>
      named('answers', id, [
        guide,
        ...facts.map(({ source }) => source),
        ...(cite?.allow ?? []),
        ...Object.keys(retrieve?.relevant ?? {}),
      ]),
    ),
    ...refusals.map(({ id, twin }) => named('refusals', id, [twin?.guide])),
    ...hostile.map(({ id, twin }) => named('hostile', id, [twin?.guide])),
    ...services.map(({ id, service, side_questions }) =>
      named('services', id, [content.services.get(service)?.guide, ...side_questions.map(({ guide }) => guide)]),
    ),
  ])
}
