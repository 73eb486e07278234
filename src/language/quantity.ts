/** What kind of measured thing a text states. */
export type QuantityKind =
  | 'money'
  | 'duration'
  | 'age'
  | 'date'
  | 'day-of-month'
  | 'count'
  | 'percent'
  | 'area'
  | 'length'
  | 'phone'
  | 'article'

/** How the value bounds what it measures. Chinese 以上/以下/以内 include the bound. */
export type Comparator = '=' | '>=' | '>' | '<=' | '<' | 'range'

/** One typed quantity read from Chinese (or English) text. */
export type Quantity = {
  readonly kind: QuantityKind
  /** A number in `unit`; for `date` an ISO date of the precision given (`2025`, `2025-03`, `2025-03-01`); for `phone` and `article` the digits. */
  readonly value: number | string
  /** Upper value when `comparator` is `range` (满十八不满四十六 = 18..46, upper bound excluded). */
  readonly max?: number
  /** `CNY`, `working-day`, `day`, `week`, `month`, `year`, `hour`, `minute`, `year-of-age`, `percent`, `m2`, `inch`, or the measure word itself (份, 张, 次 …). */
  readonly unit: string
  readonly comparator: Comparator
  /** The words it was read from, and their place in the given text (UTF-16 offsets). */
  readonly text: string
  readonly start: number
  readonly end: number
}
