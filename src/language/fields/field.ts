import { ELEMENT_IDS, type ElementContext, type ElementId, type ElementOption, type Reading } from '../element.ts'

/** A field of a form, as far as its reader must know it. */
export type FieldToRead = {
  readonly id: string
  readonly element: string
  readonly label: string
  readonly labels: readonly string[]
  readonly options?: readonly ElementOption[] | undefined
  /** The question that asks for it. */
  readonly ask?: string | undefined
  /** Words of a yes-no field for either side, as in {@link ElementContext}. */
  readonly yes?: readonly string[] | undefined
  readonly no?: readonly string[] | undefined
  readonly answers?: Readonly<Record<string, readonly string[]>> | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Present when the field has a value already: an unlabelled value then goes to an empty field first. */
  readonly shown?: string | undefined
  /** True while it is not decided whether the field applies. */
  readonly undecided?: boolean | undefined
}

/** What the sentence is read against. */
export type FieldsContext = {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string
  /** Id of the field that was asked for last. */
  readonly asked?: string | undefined
  /** What she said before in the conversation, oldest first: 我是孩子妈妈 tells whose 妈妈's number is. */
  readonly earlier?: readonly string[] | undefined
}

/** A value read for a field. */
export type FieldReading = {
  readonly field: string
  readonly value: string
  /** The citizen's own words and their place. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** What is wrong with the value, for the citizen; it must not be stored then. */
  readonly problem?: string
  /** 0..1: 1 labelled or unmistakable, below 0.6 a guess. */
  readonly confidence: number
  /** The words correct something said before, or the field had a value. */
  readonly correction: boolean
}

/** A reading that a field could take, before the spans are dealt out. */
export type Claim = {
  readonly field: FieldToRead
  readonly index: number
  readonly reading: Reading
  readonly score: number
  readonly labelled: boolean
  /** The value takes the place of the one the field has, without a word that says so: 现在住…, a phone number alone. */
  readonly restates: boolean
  /** Where the label that introduces the value begins; the words from there to the value name the field, not a choice. */
  readonly labelStart?: number | undefined
}

/** The element of a field; undefined when it names none. */
export function elementOf(field: FieldToRead): ElementId | undefined {
  return ELEMENT_IDS.find((id) => id === field.element)
}

/** The context an element's reader needs for a field. */
export function contextFor(field: FieldToRead, { today, asked }: FieldsContext): ElementContext {
  return {
    today,
    labels: [field.label, ...field.labels],
    asked: asked === field.id,
    ...(field.options === undefined ? {} : { options: field.options }),
    ...(field.ask === undefined ? {} : { ask: field.ask }),
    ...(field.yes === undefined ? {} : { yes: field.yes }),
    ...(field.no === undefined ? {} : { no: field.no }),
    ...(field.answers === undefined || asked !== field.id ? {} : { answers: field.answers }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  }
}
