import type { Language } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import { englishWords } from './english-words.ts'
import { chineseWords } from './form-words.ts'
import { inEnglish } from './in-english.ts'

/** How the counter speaks a language. */
export function spokenIn(language: Language): Pick<CounterTools, 'language' | 'words' | 'spoken'> {
  return language === 'en'
    ? { language, words: englishWords, spoken: inEnglish }
    : { language, words: chineseWords, spoken: (form) => form }
}
