/** A sample in quarantine runs and is shown, but fails no gate before its day. Both are ISO dates. */
export function isQuarantined(sample: { readonly quarantine_until?: string | undefined }, today: string): boolean {
  return sample.quarantine_until !== undefined && today < sample.quarantine_until
}
