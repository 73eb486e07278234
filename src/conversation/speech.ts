import type { Locale, StaffContent } from '../content/index.ts'
import { AppError } from '../errors.ts'
import { joined, type Joined } from '../language/index.ts'

/** Says a fixed text of `prompts/messages.yaml` in one locale, its variables filled in. */
export type Speech = Joined & {
  (key: string, variables?: Readonly<Record<string, string>>): string
  /** A day of the calendar, `2026-12-12`, as people write it. */
  readonly day: (iso: string) => string
}

/**
 * Fixed texts in the citizen's locale.
 * @throws AppError 'internal' when a key is missing: a test proves that none of the keys used here is.
 */
export function speechIn(content: Pick<StaffContent, 'messages'>, locale: Locale): Speech {
  const say = (key: string, variables: Readonly<Record<string, string>> = {}): string => {
    const message = content.messages.get(key)
    if (message === undefined) throw new AppError('internal', `messages.yaml has no text "${key}"`)
    const said = message[locale].replaceAll(/\{\{([\w-]+)\}\}/g, (_, name: string) => variables[name] ?? '')
    return nestQuotes(said).trim()
  }
  return Object.assign(say, {
    ...joined[locale === 'en' ? 'en' : 'zh'],
    day: (iso: string) => dayIn(iso, locale),
  })
}

/** What a citizen reads of an error. */
export function errorIn(say: Speech, { message, says }: AppError): string {
  return says === undefined ? message : say(`problem-${says.key}`, says.variables)
}

/** The marks within a pair, by the mark that opens it. */
const INNER: Readonly<Record<string, readonly [open: string, close: string]>> = { '“': ['‘', '’'], '「': ['『', '』'] }

/** Quotation marks within quotation marks become the inner ones, as in “新生儿出生‘一件事’”. Marks that do not pair stay as they are. */
function nestQuotes(text: string): string {
  const open: string[] = []
  let paired = true
  const nested = text.replaceAll(/[“”「」]/g, (mark) => {
    const inner = INNER[open[0] ?? '']
    if (INNER[mark] !== undefined) {
      open.push(mark)
      return inner?.[0] ?? mark
    }
    paired &&= open.pop() !== undefined
    return open.length === 0 ? mark : (inner?.[1] ?? mark)
  })
  return paired && open.length === 0 ? nested : text
}

function dayIn(iso: string, locale: Locale): string {
  const day = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return iso
  const [language, dateStyle] =
    locale === 'en' ? (['en-GB', 'medium'] as const) : ([locale === 'zh-Hant' ? 'zh-TW' : 'zh-CN', 'long'] as const)
  return new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(day)
}
