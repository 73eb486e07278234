/** A mistake in a staff file, told as a colleague would: where, what, and how to put it right. */
export type Problem = {
  readonly file: string
  readonly line: number
  readonly problem: string
  readonly fix: string
}
