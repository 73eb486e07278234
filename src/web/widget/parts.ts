import type { z } from 'zod'
import type {
  ApplicationPart,
  BenefitsPart,
  ChoicesPart,
  ConsentPart,
  EligibilityPart,
  GuidePart,
  HandoverPart,
  MannerPart,
  OutcomePart,
  ProgressPart,
  ReceiptPart,
  ReviewPart,
  SpeechPart,
  SuggestionsPart,
  SupplementPart,
} from '../../wire.ts'

/** What each `data-…` part of a message carries, by its type. Unknown parts are kept and not drawn. */
export type DataByType = {
  readonly 'data-application': ApplicationPart
  readonly 'data-review': ReviewPart
  readonly 'data-consent': ConsentPart
  readonly 'data-receipt': ReceiptPart
  readonly 'data-outcome': OutcomePart
  readonly 'data-choices': z.infer<typeof ChoicesPart>
  readonly 'data-suggestions': z.infer<typeof SuggestionsPart>
  readonly 'data-eligibility': EligibilityPart
  readonly 'data-guide': z.infer<typeof GuidePart>
  readonly 'data-handover': z.infer<typeof HandoverPart>
  readonly 'data-progress': z.infer<typeof ProgressPart>
  readonly 'data-supplement': SupplementPart
  readonly 'data-benefits': BenefitsPart
  readonly 'data-manner': z.infer<typeof MannerPart>
  readonly 'data-speech': z.infer<typeof SpeechPart>
}
export type DataType = keyof DataByType

/** A passage of a guide that the message rests on. Its place among the message's sources is its citation number. */
export type Source = { readonly sourceId: string; readonly title: string }

/** One part of a message: released text, a source, a card, or something this page does not know. */
export type Part =
  | { readonly type: 'text'; readonly id: string; readonly text: string }
  | ({ readonly type: 'source-document' } & Source)
  | {
      readonly [Type in DataType]: { readonly type: Type; readonly id?: string; readonly data: DataByType[Type] }
    }[DataType]

/** A message on the page. `state` says how far it came. */
export type Message = {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly parts: readonly Part[]
  readonly state: 'done' | 'streaming' | 'stopped' | 'failed'
}

const DATA_TYPES: Readonly<Record<DataType, true>> = {
  'data-application': true,
  'data-review': true,
  'data-consent': true,
  'data-receipt': true,
  'data-outcome': true,
  'data-choices': true,
  'data-suggestions': true,
  'data-eligibility': true,
  'data-guide': true,
  'data-handover': true,
  'data-progress': true,
  'data-supplement': true,
  'data-benefits': true,
  'data-manner': true,
  'data-speech': true,
}

/** True for the `data-…` types this page draws. */
export function isDataType(type: string): type is DataType {
  return Object.hasOwn(DATA_TYPES, type)
}

/** The last data of a type in a message, or undefined. */
export function dataOf<Type extends DataType>(message: Message, type: Type): DataByType[Type] | undefined {
  const part = message.parts.findLast((each) => each.type === type)
  // A part's `type` decides the shape of its data; the compiler cannot follow that through a type parameter.
  return part !== undefined && 'data' in part ? (part.data as DataByType[Type]) : undefined
}

/** Sources of a message in the order of their numbers. */
export function sourcesOf(message: Message): readonly Source[] {
  return message.parts.filter((part) => part.type === 'source-document')
}

/** A message as it is read aloud: the text made for that where there is one. */
export function speechOf(message: Message): string {
  return dataOf(message, 'data-speech')?.text ?? textOf(message)
}

/** All released text of a message, paragraphs apart. */
export function textOf(message: Message): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n')
}
