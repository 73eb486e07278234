import type { Benefit, Bundle, Calendar, Guide, ProfileField, Register, Service } from '../content/index.ts'
import type { Approval } from '../city/approval.ts'
import type { Certificates } from '../city/certificate.ts'
import type { Registry } from '../city/registry.ts'
import type { Store } from '../store/index.ts'
import type { Relation } from './acting/acting.ts'
import type { CompiledBenefit } from './benefits/benefit-rules.ts'
import type { Language } from './counter.ts'
import type { Form } from './forms/form.ts'
import type { PictureReader } from './materials/picture-reader.ts'
import type { RandomBytes } from './filing/unambiguous-code.ts'
import type { FormWords } from './words/form-words.ts'

/** Where the counter writes what an operator should see: ids, codes and counts, never a value of an application. */
export type CounterLog = {
  readonly info: (details: Readonly<Record<string, unknown>>, message: string) => void
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void
  readonly error: (details: Readonly<Record<string, unknown>>, message: string) => void
}

/** The staff files the counter works from. */
export type CounterContent = {
  readonly services: ReadonlyMap<string, Service>
  readonly guides: ReadonlyMap<string, Guide>
  readonly calendar: Calendar
  readonly registers: ReadonlyMap<string, Register>
  readonly benefits: ReadonlyMap<string, Benefit>
  readonly bundles: ReadonlyMap<string, Bundle>
  /** What the rules of the benefits may ask. */
  readonly profile: ReadonlyMap<string, ProfileField>
}

/** What `createCounter` is given. */
export type CounterOptions = CounterContent & {
  readonly store: Store
  readonly approval: Approval
  readonly registry: Registry
  readonly certificates: Certificates
  /** Default: pictures are not read. */
  readonly pictures?: PictureReader | undefined
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Secure random bytes; default the operating system's. */
  readonly random?: RandomBytes | undefined
  readonly log: CounterLog
  /** Pause between deliveries of the counter's own loop; absent: only `deliver()` delivers. */
  readonly deliverEveryMs?: number | undefined
  /** Days after which an untouched draft expires and its values are erased. Default 30. */
  readonly draftDays?: number | undefined
}

/** What the files of the counter share. Forms and calendar are read anew at each call, because staff files may change while we run. */
export type CounterTools = {
  readonly store: Store
  readonly approval: Approval
  readonly pictures: PictureReader
  readonly clock: () => number
  readonly random: RandomBytes
  readonly log: CounterLog
  readonly form: (service: string) => Form | undefined
  readonly language: Language
  /** What code says to her, in her language. */
  readonly words: FormWords
  /** A form in the language of the citizen: what she is shown. What is kept, compared and filed comes of the form itself. */
  readonly spoken: (form: Form) => Form
  /** The id under which a service is filled for somebody of the citizen's; its own where she files it in her own name. */
  readonly formFor: (service: string, relation: Relation | undefined) => string
  readonly calendar: () => Calendar
  readonly registers: () => ReadonlyMap<string, Register>
  readonly benefits: () => readonly CompiledBenefit[]
}

/** A new id: a letter for the kind, and 128 random bits in hexadecimal. */
export function newId(kind: 'a' | 'e' | 'c' | 'f' | 'r', random: RandomBytes): string {
  return `${kind}-${Buffer.from(random(16)).toString('hex')}`
}
