/** Data elements (数据元) that a form field can have. */
export const ELEMENT_IDS = [
  'name',
  'citizen-id',
  'hmt-residence-permit',
  'taiwan-travel-permit',
  'passport',
  'uscc',
  'mobile',
  'address',
  'date',
  'money',
  'number',
  'bank-card',
  'plate',
  'email',
  'driver-licence',
  'choice',
  'yes-no',
  'text',
] as const

export type ElementId = (typeof ELEMENT_IDS)[number]

/** One option of a `choice` field. `aliases` are other words citizens use for it. */
export type ElementOption = { readonly id: string; readonly label: string; readonly aliases: readonly string[] }

/** What a reader may need besides the text. */
export type ElementContext = {
  /** Today in Asia/Shanghai, `YYYY-MM-DD`: relative dates (去年3月, 昨天, 半年前) are read against it. */
  readonly today: string
  readonly options?: readonly ElementOption[]
  /** The field's label and other names, so that "手机号是…" or "电话：" marks which field a value is for. */
  readonly labels?: readonly string[]
  /** True when this field was just asked for: a bare answer ("陈大文", "是的", "租房") is then for it. */
  readonly asked?: boolean
  /** The question as it was put, for answers that only make sense beside it (清了, 她是我妈). */
  readonly ask?: string
  /** For `yes-no`: how citizens say it unasked; words joined by a space follow one another within a clause. */
  readonly yes?: readonly string[]
  readonly no?: readonly string[]
  /** How this question is answered, by option id or `yes` and `no`: heard only where `asked`; joined by spaces like `yes`. */
  readonly answers?: Readonly<Record<string, readonly string[]>>
  /** Bounds for `number` and `money`. */
  readonly min?: number
  readonly max?: number
  /** For `date`: a day that cannot lie ahead. */
  readonly past?: boolean
}

/** A value found in a text. */
export type Reading = {
  /** Canonical form, always a string: option id, `YYYY-MM-DD`, `true`/`false`, digits, `思明区|莲前街道|洪莲中路12号` (district|street|detail; street may be empty). */
  readonly value: string
  readonly text: string
  readonly start: number
  readonly end: number
  /** Present when the words are surely meant as this element but the value is wrong (check digit, no such date …). Chinese, for the citizen, without the value itself. */
  readonly problem?: string
  /** 0..1: 1 labelled or unmistakable by shape, about 0.5 a bare plausible answer. */
  readonly confidence: number
}

/** The result of checking one given value, from chat or from a form control. */
export type ElementCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: string }

/** A data element: how to read it from free text, check it, and mask it. */
export type DataElement = {
  readonly id: ElementId
  readonly label: string
  /** Personal data that is masked in chat and logs and tokenised before a remote model. */
  readonly secret: boolean
  readonly read: (text: string, context: ElementContext) => Reading[]
  readonly check: (value: string, context: ElementContext) => ElementCheck
  /** What chat and logs show: `350***********0018`, `138****0000`, `陈**`. Unmasked elements return the display form (option label needs the context). */
  readonly show: (value: string, context: ElementContext) => string
}
