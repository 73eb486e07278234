import type { FoundPassage, Quote } from './answer.ts'
import { nearestLine } from './nearest-line.ts'
import { selectUnits, type Asked } from './select-units.ts'

/** A line this near answers by itself. */
const NEAR = 0.6

/** The quotes led by the line nearest to the point asked, unless they hold it already. */
export function leadWithPoint(
  quotes: readonly Quote[],
  point: string,
  asked: Asked,
  passages: readonly FoundPassage[],
): readonly Quote[] {
  const nearest = nearestLine(point, asked.meant, passages)
  if (nearest === undefined || nearest.near < NEAR) return quotes
  const { passage, unit } = nearest
  const quoted = quotes.find(({ passage: { token } }) => token === passage.token)
  if (quoted === undefined)
    return [
      passage.section === 'faq' ? { passage, extent: 'full' } : { passage, extent: 'line', first: unit },
      ...quotes,
    ]
  const held =
    quoted.extent === 'line' ||
    passage.section === 'faq' ||
    selectUnits(passage, asked, quoted.extent).some(({ text }) => text === unit.text)
  return held ? quotes : [{ ...quoted, first: unit }, ...quotes.filter((quote) => quote !== quoted)]
}
