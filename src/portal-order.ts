import type { Service } from './content/index.ts'
import { serviceSummary } from './services/index.ts'

/** A bundle without a place of its own stands in the middle. */
export function inPlace<Thing extends { readonly place?: number | undefined }>(
  bundles: readonly Thing[],
): readonly Thing[] {
  const placeOf = ({ place = 50 }: Thing): number => place
  return bundles.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Services with a place among the popular ones, in their order. */
export function popular(services: readonly Service[]): ReturnType<typeof serviceSummary>[] {
  const placed = services.flatMap((service) =>
    service.popular === undefined ? [] : [{ service, at: service.popular }],
  )
  return placed.toSorted((one, other) => one.at - other.at).map(({ service }) => serviceSummary(service))
}
