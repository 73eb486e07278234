const OFFSET_MS = 8 * 3_600_000

/** The day of a moment in epoch milliseconds as the city's clerks read it off the wall: `YYYY-MM-DD`, UTC+8. */
export const shanghaiDay = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10)
