/**
 * Lets this process live at another time: the clock shows `start` (ISO) and goes on from there. `restore` brings the real
 * one back. Only what reads `Date.now` follows.
 */
export function setClock(start: string): { readonly restore: () => void } {
  const real = Date.now
  const offset = Date.parse(start) - real()
  Date.now = () => real() + offset
  return {
    restore: () => {
      Date.now = real
    },
  }
}
