import { actingService, baseService, relationOf, type Relation } from '../acting/acting.ts'
import { representedBundle } from '../acting/represented-bundle.ts'
import { representedService } from '../acting/represented-service.ts'
import { BENEFITS, benefitForm, compileBenefits } from '../benefits/benefit-rules.ts'
import { bundleService, compileBundle, compileBundles, isBundle } from '../bundles/compile-bundle.ts'
import { compileService } from './compile-service.ts'
import type { Counter } from '../counter.ts'
import type { CounterContent, CounterTools } from '../counter-tools.ts'
import type { Form } from './form.ts'

/** The services on offer, compiled. */
export type Catalogue = Pick<Counter, 'services' | 'bundles' | 'replace'> &
  Pick<CounterTools, 'form' | 'formFor' | 'calendar' | 'registers' | 'benefits'>

/** Compiles all services at once; `replace` swaps them whole, and leaves everything as it was when one does not compile. */
export function createCatalogue(content: CounterContent): Catalogue {
  let current = compileAll(content)

  const form = (id: string): Form | undefined =>
    id === BENEFITS ? current.profile : (current.forms.get(id) ?? current.bundles.get(id) ?? represented(id))

  /** A form filled for somebody else is compiled when somebody first does. */
  const represented = (id: string): Form | undefined => {
    const known = current.represented.get(id)
    if (known !== undefined) return known
    const relation = relationOf(id)
    if (relation === undefined) return undefined
    const compiled = isBundle(id) ? wholeFor(id, relation) : oneFor(id, relation)
    if (compiled === undefined) return undefined
    const form: Form = { ...compiled, acting: relation }
    current.represented.set(id, form)
    return form
  }

  const oneFor = (id: string, relation: Relation): Form | undefined => {
    const own = current.forms.get(baseService(id))
    const service = own === undefined ? undefined : representedService(own.service, relation)
    const guide = current.content.guides.get(service?.guide ?? '')
    return service === undefined || guide === undefined ? undefined : compileService(service, guide)
  }

  /** Where one of its forms is filed in the citizen's own name, the bundle is. */
  const wholeFor = (id: string, relation: Relation): Form | undefined => {
    const bundle = [...current.content.bundles.values()].find((each) => bundleService(each.id) === baseService(id))
    const parts = bundle?.steps.flatMap(({ service }) => service ?? []) ?? []
    const forms = new Map<string, Form>()
    for (const service of parts) {
      const part = form(actingService(service, relation))
      if (part !== undefined) forms.set(service, part)
    }
    if (bundle === undefined || !current.bundles.has(bundleService(bundle.id))) return undefined
    if (parts.length === 0 || parts.some((service) => !forms.has(service))) return undefined
    return compileBundle(representedBundle(bundle, parts, relation), forms)
  }
  return {
    services: () => [...current.forms.values()].map((form) => form.service),
    form,
    formFor: (id, relation) => {
      const wanted = actingService(id, relation)
      return form(wanted) === undefined ? baseService(id) : wanted
    },
    benefits: () => current.benefits,
    bundles: () =>
      [...current.content.bundles.values()]
        .filter(({ id }) => current.bundles.has(bundleService(id)))
        .map(({ id, title, titleEn, aliases, guide, steps }) => ({
          service: bundleService(id),
          title,
          titleEn,
          aliases,
          guides: [
            guide,
            ...steps.flatMap((step) => step.guide ?? current.forms.get(step.service ?? '')?.service.guide ?? []),
          ],
        })),
    calendar: () => current.content.calendar,
    registers: () => current.content.registers,
    replace: (next) => {
      current = compileAll(next)
    },
  }
}

function compileAll(content: CounterContent) {
  const benefits = compileBenefits(content)
  const forms = compileForms(content)
  const bundles = compileBundles(content.bundles, forms, content.guides)
  return {
    content,
    forms,
    bundles,
    benefits,
    profile: benefitForm(content, benefits),
    represented: new Map<string, Form>(),
  }
}

/** A service whose guide is missing is not on offer. */
function compileForms({ services, guides }: CounterContent): Map<string, Form> {
  return new Map(
    [...services].flatMap(([id, service]) => {
      const guide = guides.get(service.guide)
      return guide === undefined ? [] : [[id, compileService(service, guide)] as const]
    }),
  )
}
