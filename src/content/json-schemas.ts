import { z } from 'zod'
import { Benefit, ProfileFile } from './benefit.ts'
import { Bundle } from './bundle.ts'
import { GuideHead } from './guide.ts'
import { LawsFile } from './laws/read-laws.ts'
import { AsksFile } from './reading/read-asks.ts'
import { CalendarFile } from './reading/read-calendar.ts'
import { DialsFile } from './reading/read-dials.ts'
import { EnglishFile } from './reading/read-english.ts'
import { MessagesFile } from './reading/read-messages.ts'
import { PromptHead } from './reading/read-prompt.ts'
import { ThesaurusFile } from './reading/read-thesaurus.ts'
import { RegistersFile } from './registers.ts'
import { Service } from './service.ts'

const SHAPES = {
  guide: GuideHead,
  asks: AsksFile,
  english: EnglishFile,
  service: Service,
  bundle: Bundle,
  benefit: Benefit,
  profile: ProfileFile,
  messages: MessagesFile,
  prompt: PromptHead,
  thesaurus: ThesaurusFile,
  calendar: CalendarFile,
  search: DialsFile,
  registers: RegistersFile,
  laws: LawsFile,
} as const

/** JSON Schemas for editor hints by file name (`guide.json` …), as the text that `knowledge/schemas/` holds. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SHAPES).map(([name, shape]) => [
      `${name}.json`,
      `${JSON.stringify(z.toJSONSchema(shape, { io: 'input' }), null, 2)}\n`,
    ]),
  )
}
