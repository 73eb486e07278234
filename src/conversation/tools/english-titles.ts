import type { StaffContent } from '../../content/index.ts'

type Titled = Pick<StaffContent, 'guides' | 'services'>

/** A matter's English title, where the words are its Chinese one; else the words. */
export function toEnglishTitle(words: string, { guides, services }: Titled): string {
  return [...services.values(), ...guides.values()].find(({ title }) => title === words)?.titleEn ?? words
}

/** A matter's Chinese title, where the words are its English one; else the words. */
export function toChineseTitle(words: string, { guides, services }: Titled): string {
  const said = words.trim().toLowerCase()
  return (
    [...services.values(), ...guides.values()].find(({ titleEn }) => titleEn.toLowerCase() === said)?.title ?? words
  )
}
