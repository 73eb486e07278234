import { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { referencesIn } from '../checks/references.ts'
import { checkShape } from '../checks/schema-problems.ts'
import type { Locale, Message } from '../staff-content.ts'
import { parseYaml } from './yaml-source.ts'

const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower-case words joined by "-"')
const text = z.string().min(1)

/** Shape of `prompts/messages.yaml`: every fixed text in three written forms. */
export const MessagesFile = z.record(key, z.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text }))

const OTHERS: readonly Locale[] = ['zh-Hant', 'en']

/** Reads the fixed texts. A text whose written forms use different variables is a problem. */
export function readMessages(
  file: string,
  text: string,
): { messages: ReadonlyMap<string, Message>; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, MessagesFile)
  if (value === undefined) return { messages: new Map(), problems }
  const entries = Object.entries(value)
  const uneven = entries.flatMap(([name, message]) =>
    OTHERS.flatMap((locale): Problem[] => {
      const [here, wanted] = [variablesOf(message[locale]), variablesOf(message['zh-Hans'])]
      if (here === wanted) return []
      const problem = `"${name}" has the variables ${here || 'none'} in ${locale}, but ${wanted || 'none'} in zh-Hans`
      return [{ file, line: source.lineOf([name, locale]), problem, fix: 'use the same {{variables}} in all three' }]
    }),
  )
  return { messages: new Map(entries.map(([name, message]) => [name, shorn(message)])), problems: uneven }
}

function variablesOf(text: string): string {
  return [...new Set(referencesIn(text).map(({ id }) => id))].toSorted().join(', ')
}

/** Block texts end with a line break that no citizen should get. */
function shorn(message: Message): Message {
  return { 'zh-Hans': message['zh-Hans'].trim(), 'zh-Hant': message['zh-Hant'].trim(), en: message.en.trim() }
}
