/** Puts text on the clipboard; false where the browser bars it, as on plain-http pages. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
