import { readQuantities, sameMeasure, toSimplified, type Quantity } from '../../language/index.ts'

/** 您说的4个月: what follows is the citizen's own number, which no guide has to state. */
const HERS = /(?:您说的|you said )$/iu

/** A sentence without the numbers it gives back to the citizen as hers. Only those she did say count as such. */
export function withoutHerNumbers(sentence: string, herWords: string): string {
  const plain = toSimplified(sentence)
  if (!/您说的|you said /iu.test(plain)) return sentence
  const said = readQuantities(toSimplified(herWords))
  return readQuantities(plain)
    .filter(({ start }) => HERS.test(plain.slice(0, start)))
    .filter((quantity) => said.some((one) => sameMeasure(one, quantity)))
    .reduceRight((rest: string, { start, end }: Quantity) => rest.slice(0, start) + rest.slice(end), plain)
}
