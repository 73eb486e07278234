import type { Condition } from '../../content/index.ts'
import type { EligibilityRule, Field, Material, Service } from '../../content/service.ts'
import type { Relation } from '../acting/acting.ts'
import type { GivenValue } from '../application.ts'
import type { ElementCheck } from '../../language/element.ts'
import type { FormWords } from '../words/form-words.ts'

/** Field id of the choice among a service's situations (首次申领, 补领 …). */
export const SITUATION = 'situation'

/** Values by field id, canonical form. */
export type FieldValues = Readonly<Record<string, string>>

/** A field ready to use: its condition compiled, its check bound to the field's own options and bounds. */
export type FormField = {
  readonly field: Field
  readonly when: Condition | undefined
  /** Checks one given value against the field's zod schema. `today` is `YYYY-MM-DD` in Asia/Shanghai. */
  readonly check: (value: string, today: string) => ElementCheck
  /** What its owner and the logs may see: masked where the element is secret. */
  readonly show: (value: string, today: string) => string
  /** The value in full, in words: the review card. */
  readonly spell: (value: string, today: string) => string
  readonly secret: boolean
}

/** One part of a bundle. */
export type BundlePart = {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly note: string | null
  readonly noteEn: string | null
  /** Over the fields of the bundle; absent: it always applies. */
  readonly when: Condition | undefined
  /** The form it files; absent where it is only told of. */
  readonly form: Form | undefined
  /** Fields of the bundle that its form uses. */
  readonly uses: ReadonlySet<string>
  /** Those of them by which a rule may close it. */
  readonly judgedBy: ReadonlySet<string>
  /** The values of its form out of those of the bundle. */
  readonly kept: (values: ReadonlyMap<string, GivenValue>, today: string) => ReadonlyMap<string, GivenValue>
}

/** A service compiled into a form. `fields` are in the order of asking. */
export type Form = {
  readonly service: Service
  /** What code says of it. */
  readonly words: FormWords
  readonly fields: readonly FormField[]
  readonly byId: ReadonlyMap<string, FormField>
  readonly eligibility: readonly { readonly rule: EligibilityRule; readonly when: Condition }[]
  readonly materials: readonly {
    readonly material: Material
    readonly when: Condition | undefined
    /** When its relief is offered; absent: always. */
    readonly relieved: Condition | undefined
    readonly ofApplicant: Condition | undefined
    /** In a bundle: name and number, out of the values of the whole, of whom the part is about. Absent: of whom the form is about. */
    readonly person?: (values: FieldValues, today: string) => FieldValues
    /** In a bundle: the part that alone asks for it. */
    readonly part?: string
  }[]
  /** First entry that holds decides; `text` is 免费, 40元 or 以窗口公布为准. */
  readonly fees: readonly { readonly text: string; readonly when: Condition | undefined }[]
  /** The confirmed limit that sets the due date, or null where none may be promised. */
  readonly limit: { readonly value: number; readonly unit: 'working-day' | 'day' } | null
  /** For a bundle: its parts, in the order in which they are filed. */
  readonly parts?: readonly BundlePart[]
  /** For whom it is filled by somebody else. */
  readonly acting?: Relation
  /** For a form that only finds something out and is never filed: the fields to ask now, best first. */
  readonly asks?: (values: FieldValues, today: string) => readonly string[]
}
