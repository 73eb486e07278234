import type { Bundle } from '../../content/bundle.ts'
import { ACTING, WHOM, type Relation } from './acting.ts'
import { about } from './represented-service.ts'

/**
 * A bundle as somebody has it done for a relative: its questions are about the other person, and who acts, and by what right,
 * is asked once for all of its forms. `services`: the ids of the forms that are filled for that person.
 */
export function representedBundle(bundle: Bundle, services: readonly string[], relation: Relation): Bundle {
  const whom = WHOM[relation]
  return {
    ...bundle,
    title: `${bundle.title}（替${whom.zh}办）`,
    titleEn: `${bundle.titleEn} (for ${whom.en})`,
    questions: bundle.questions.map((question) => about(question, whom)),
    shared: [
      ...bundle.shared,
      ...Object.values(ACTING).map((id) => ({ id, fields: services.map((service) => `${service}.${id}`), also: [] })),
    ],
  }
}
