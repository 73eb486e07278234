import type { StaffContent } from '../../content/index.ts'

const known = new WeakMap<StaffContent['guides'], readonly string[]>()

/** What people call the matters of all guides; the same list as long as the guides are the same. */
export function matterNames({ guides }: Pick<StaffContent, 'guides'>): readonly string[] {
  const before = known.get(guides)
  if (before !== undefined) return before
  const names = [...guides.values()].flatMap(({ title, aliases }) => [title, ...aliases])
  known.set(guides, names)
  return names
}
