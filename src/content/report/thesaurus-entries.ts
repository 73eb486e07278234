import { plainForm } from '../../language/index.ts'
import { allAsks, type Guide } from '../guide.ts'
import type { StaffContent } from '../staff-content.ts'

/** A word of the thesaurus that stands for two things. */
export type Collision = {
  readonly synonym: string
  readonly word: string
  /** two-groups: also a synonym of another word; other-word: itself the word of another group; other-guide: a name of a guide that never uses this word. */
  readonly kind: 'two-groups' | 'other-word' | 'other-guide'
  /** The other word, or the guide. */
  readonly other: string
}

type Words = Pick<StaffContent, 'guides' | 'services' | 'thesaurus'>

/** Words that lead to two things, in the order of the file. */
export function thesaurusCollisions({ guides, thesaurus }: Words): Collision[] {
  const { groups } = thesaurus
  const wordOf = new Map(groups.map(({ word }) => [plainForm(word), word]))
  const named = namesOf(guides)
  const texts = new Map([...guides.values()].map((guide) => [guide.id, plainForm(wordsOf(guide).join('\n'))]))
  const owner = new Map<string, string>()
  return groups.flatMap(({ word, synonyms }) =>
    synonyms.flatMap((synonym): Collision[] => {
      const key = plainForm(synonym)
      const found: Collision[] = []
      const earlier = owner.get(key)
      if (earlier !== undefined && earlier !== word) found.push({ synonym, word, kind: 'two-groups', other: earlier })
      owner.set(key, word)
      const own = wordOf.get(key)
      if (own !== undefined && own !== word) found.push({ synonym, word, kind: 'other-word', other: own })
      for (const guide of named.get(key) ?? []) {
        if (texts.get(guide)?.includes(plainForm(word)) !== true)
          found.push({ synonym, word, kind: 'other-guide', other: guide })
      }
      return found
    }),
  )
}

/** Words that no guide and no form uses: whoever is led to them finds nothing. */
export function deadGroups({ guides, services, thesaurus }: Words): string[] {
  const forms = [...services.values()].flatMap((form) => [
    form.title,
    ...form.situations.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...form.materials.map(({ label }) => label),
    ...form.fields.flatMap(({ label, labels, options = [] }) => [label, ...labels, ...options.map((one) => one.label)]),
  ])
  const all = plainForm([...[...guides.values()].flatMap(wordsOf), ...forms].join('\n'))
  return thesaurus.groups.map(({ word }) => word).filter((word) => !all.includes(plainForm(word)))
}

/** Guides by each of their names. */
function namesOf(guides: ReadonlyMap<string, Guide>): ReadonlyMap<string, string[]> {
  const named = new Map<string, string[]>()
  for (const { id, title, aliases } of guides.values()) {
    for (const name of new Set([title, ...aliases].map(plainForm))) named.set(name, [...(named.get(name) ?? []), id])
  }
  return named
}

function wordsOf(guide: Guide): string[] {
  return [
    guide.title,
    ...guide.aliases,
    ...allAsks(guide),
    ...guide.sections.flatMap(({ heading, text }) => [heading, text]),
    ...guide.channels.map(({ name }) => name),
  ]
}
