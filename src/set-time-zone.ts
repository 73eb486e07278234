/** Lets this process live in another time zone (IANA). `restore` brings the former one back. */
export function setTimeZone(zone: string): { readonly restore: () => void } {
  // oxlint-disable-next-line no-process-env -- the engine of JavaScript reads it there and nowhere else
  const environment = process.env
  const before = environment['TZ']
  environment['TZ'] = zone
  return {
    restore: () => {
      if (before === undefined) delete environment['TZ']
      else environment['TZ'] = before
    },
  }
}
