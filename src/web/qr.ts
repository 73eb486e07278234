import { encode } from 'uqr'

/**
 * A text as a QR code: the path of its dark squares on a field of `size` units, with the quiet zone around it. A file of
 * its own, which the widget loads when a receipt is shown.
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
