import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A picture of this folder, drawn by `scripts/draw-pictures.ts`. */
export function pictureOf(
  name: 'identity-card' | 'other-identity-card' | 'sideways-identity-card' | 'lease',
): Buffer<ArrayBuffer> {
  return readFileSync(join(import.meta.dirname, `${name}.png`))
}

/** True where Debian's tesseract-ocr and tesseract-ocr-chi-sim are installed; what needs them is skipped otherwise. */
export const READS_PICTURES = (() => {
  try {
    return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).includes('chi_sim')
  } catch {
    return false
  }
})()
