import type { EligibilityRule, Field, Material, Service } from '../../content/service.ts'
import type { BundlePart, Form, FormField } from '../forms/form.ts'
import { problemInEnglish, shownInEnglish } from './english-elements.ts'
import { englishWords } from './english-words.ts'

type Option = Service['situations'][number]

const made = new WeakMap<Form, Form>()

/**
 * A form in English: the same fields, conditions and checks, for whoever reads English. Where staff wrote no English the
 * Chinese stands. Nothing is filed out of it. The Chinese names stay names of its fields and options.
 */
export function inEnglish(form: Form): Form {
  const known = made.get(form)
  if (known !== undefined) return known
  const fields = form.fields.map(fieldInEnglish)
  const english: Form = {
    ...form,
    service: serviceInEnglish(form.service),
    words: englishWords,
    fields,
    byId: new Map(fields.map((field) => [field.field.id, field])),
    eligibility: form.eligibility.map(({ rule, when }) => ({ rule: ruleInEnglish(rule), when })),
    materials: form.materials.map((each) => ({ ...each, material: materialInEnglish(each.material) })),
    fees: form.fees.map(({ text, when }) => ({ text: englishWords.fee(text), when })),
    ...(form.parts === undefined ? {} : { parts: form.parts.map(partInEnglish) }),
  }
  made.set(form, english)
  return english
}

/** The title stays: it is the name by which the matter is found. */
function serviceInEnglish(service: Service): Service {
  const { inPersonEn, declaration, declarationEn } = service
  return {
    ...service,
    ...(inPersonEn === undefined ? {} : { inPerson: inPersonEn }),
    fields: service.fields.map(wordsInEnglish),
    situations: service.situations.map(optionInEnglish),
    declaration: declarationEn === undefined ? declaration : `${declarationEn}\n${declaration}`,
  }
}

function fieldInEnglish({ field, check, show, spell, ...rest }: FormField): FormField {
  const english = wordsInEnglish(field)
  const inWords = (say: FormField['show']) => (value: string, today: string) =>
    check(value, today).ok ? shownInEnglish(english, value, say(value, today)) : say(value, today)
  return {
    ...rest,
    field: english,
    check: (value, today) => {
      const checked = check(value, today)
      if (checked.ok) return checked
      // What stands only in the English words of a choice is no problem.
      const chosen = english.options?.find(({ label }) => label.toLowerCase() === value.trim().toLowerCase())
      return chosen === undefined ? { ok: false, problem: problemInEnglish(english) } : { ok: true, value: chosen.id }
    },
    show: inWords(show),
    spell: inWords(spell),
  }
}

function wordsInEnglish(field: Field): Field {
  const { label, labelEn, labels, ask, askEn, help, helpEn, options } = field
  return {
    ...field,
    label: labelEn ?? label,
    labels: labelEn === undefined ? labels : [label, ...labels],
    ask: askEn ?? ask,
    ...(help === undefined ? {} : { help: helpEn ?? help }),
    ...(options === undefined ? {} : { options: options.map(optionInEnglish) }),
  }
}

function optionInEnglish(option: Option): Option {
  const { label, labelEn, aliases } = option
  return labelEn === undefined ? option : { ...option, label: labelEn, aliases: [label, ...aliases] }
}

function ruleInEnglish(rule: EligibilityRule): EligibilityRule {
  return { ...rule, message: rule.messageEn ?? rule.message }
}

function materialInEnglish(material: Material): Material {
  const { label, labelEn, note, noteEn } = material
  return { ...material, label: labelEn ?? label, ...(note === undefined ? {} : { note: noteEn ?? note }) }
}

function partInEnglish(part: BundlePart): BundlePart {
  return {
    ...part,
    title: part.titleEn,
    note: part.noteEn,
    ...(part.form === undefined ? {} : { form: inEnglish(part.form) }),
  }
}
