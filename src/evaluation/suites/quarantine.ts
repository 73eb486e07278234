/** A sample in quarantine runs and is shown, but fails no gate before its day. Both are ISO dates. */
export function isQuarantined(
  { quarantine }: { readonly quarantine?: { readonly until: string } | undefined },
  today: string,
): boolean {
  return quarantine !== undefined && today < quarantine.until
}
