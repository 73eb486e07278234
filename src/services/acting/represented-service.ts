import type { EligibilityRule, Field, Material, Service } from '../../content/service.ts'
import { isActor, ownerOfLabel, type Kin } from '../../language/index.ts'
import { ACTING, WHOM, type Relation } from './acting.ts'

/** Fields that say who the matter is about. Under another label they are never filled with what is known of the citizen herself. */
const PERSON: ReadonlySet<string> = new Set(['name', 'citizenId', 'birthDate', 'sex', 'passport', 'householdAddress'])
/** How to reach whoever acts. */
const CONTACT: ReadonlySet<string> = new Set(['mobile', 'email'])
/** Ways of naming oneself. */
const SELF = /本人|申请人|我/u

/** True for a paper that shows who acts and by what right. */
export function isAgentMaterial(id: string): boolean {
  return AGENT_MATERIALS.some((material) => material.id === id)
}

/**
 * The form as somebody fills it for a relative (代办): the same questions about the other person, then who acts and by what
 * right, unless the form asks for whoever acts by itself. Undefined where she files it in her own name.
 */
export function representedService(service: Service, relation: Relation): Service | undefined {
  const { acting } = service
  const isChild = relation === 'child'
  const rule = isChild ? acting.child : acting.adult
  if (rule === 'applicant') return undefined
  const whom = WHOM[relation]
  const titled = {
    ...service,
    title: `${service.title}（替${whom.zh}办）`,
    titleEn: `${service.titleEn} (for ${whom.en})`,
  }
  if (rule === 'form' && asksWhoActs(service, relation)) return { ...titled, fields: fieldsOfItsOwn(service, relation) }
  return {
    ...titled,
    fields: [...service.fields.map((field) => about(field, whom)), ...agentFields(relation)],
    eligibility: [...actingRules(service, relation, rule), ...service.eligibility],
    materials: [...service.materials, ...AGENT_MATERIALS],
    declaration: `我替${whom.zh}办理，有监护人的身份或者本人的书面委托，如有冒用，承担责任。${service.declaration}`,
    ...(service.declarationEn === undefined
      ? {}
      : {
          declarationEn: `I act for the person this is about as guardian or with a written authorisation, and answer for any abuse. ${service.declarationEn}`,
        }),
  }
}

/** Fields of forms that ask by themselves for whoever acts. */
const ACTOR_FIELDS = { child: [ACTING.name, 'guardianName'], adult: [ACTING.name] } as const

function asksWhoActs({ fields }: Service, relation: Relation): boolean {
  const names: readonly string[] = ACTOR_FIELDS[relation === 'child' ? 'child' : 'adult']
  return fields.some(({ id }) => names.includes(id))
}

/** What a form is answered that asks for whom it is; undefined where it does not, or no answer says so. */
export function answerFor({ asks }: Service['acting'], relation: Relation): string | undefined {
  return relation === 'child' ? (asks?.child ?? asks?.adult) : asks?.adult
}

/** The fields of a form that asks by itself for whoever acts, which is no longer in doubt. */
function fieldsOfItsOwn({ fields, acting }: Service, relation: Relation): Field[] {
  const whom = WHOM[relation]
  const says = answerFor(acting, relation) !== undefined
  const own = fields.map((field) => {
    if (field.id === acting.asks?.field) return field
    if (!isActor(ownerOfLabel(field.label)) && field.id !== ACTING.name) return aboutThem(field, whom)
    if (field.id !== ACTING.name || says) return field
    const { when: _, ...always } = field
    return always
  })
  return says ? own : [...own, ...agentFields(relation).filter(({ id }) => id === ACTING.relation)]
}

/** What a form calls a particular of a person, without saying whose. */
const PLAIN = /^(?:中文|本人|申请人)?(?:姓名|身份证号码|出生日期|性别)$/u

/** A field that names whom it is about, whoever fills the form in, stays as it is. */
function aboutThem(field: Field, whom: { readonly zh: string; readonly en: string }): Field {
  const stays = !PLAIN.test(field.label) && spokenOf(field.ask, whom.zh) === field.ask
  return stays ? field : about(field, whom)
}

/** A field as it is asked about the other person. */
export function about(field: Field, whom: { readonly zh: string; readonly en: string }): Field {
  if (CONTACT.has(field.id)) return field
  const asked = {
    ask: spokenOf(field.ask, whom.zh),
    ...(field.askEn === undefined ? {} : { askEn: `About ${whom.en}: ${field.askEn}` }),
    ...(field.help === undefined ? {} : { help: spokenOf(field.help, whom.zh) }),
  }
  if (!PERSON.has(field.id)) return { ...field, ...asked }
  const own = field.labels.filter((label) => !SELF.test(label))
  return {
    ...field,
    ...asked,
    label: `${whom.zh}的${field.label}`,
    ...(field.labelEn === undefined ? {} : { labelEn: `${field.labelEn} (${whom.en})` }),
    labels: [field.label, ...own, ...[field.label, ...own].map((label) => `${whom.zh}${label}`)],
  }
}

const SPOUSE = '配偶'

/** 您的户口在厦门吗 asks of 母亲的户口; the spouse of her spouse is the citizen herself. */
function spokenOf(text: string, whom: string): string {
  return text.replaceAll(/(?<!告诉|(?:^|\p{P})请|通知|由|让|跟|联系|退给|打给)您(的?配偶)?/gu, (_, spouse?: string) =>
    spouse !== undefined && whom === SPOUSE ? '您' : `${whom}${spouse ?? ''}`,
  )
}

/** Whose child, as far as she says. */
const CHILDREN = [
  { id: 'son', label: '儿子', labelEn: 'your son', aliases: [] },
  { id: 'daughter', label: '女儿', labelEn: 'your daughter', aliases: [] },
  { id: 'grandchild', label: '孙辈', labelEn: 'your grandchild', aliases: [] },
] satisfies readonly ({ id: Kin } & NonNullable<Field['options']>[number])[]

function agentFields(relation: Relation): Field[] {
  const { zh: whom, en } = WHOM[relation]
  const field = (
    one: Pick<Field, 'id' | 'element' | 'label' | 'labelEn' | 'labels' | 'ask' | 'askEn'> & Partial<Field>,
  ): Field => ({
    required: true,
    ...one,
  })
  return [
    field({
      id: ACTING.relation,
      element: 'choice',
      label: '替谁办理',
      labelEn: 'For whom',
      labels: [],
      ask: '您替谁办？',
      askEn: 'For whom do you act?',
      options: [{ id: relation, label: whom, labelEn: en, aliases: [] }, ...(relation === 'child' ? CHILDREN : [])],
    }),
    field({
      id: ACTING.name,
      element: 'name',
      label: '经办人姓名',
      labelEn: 'Name of the person who acts',
      labels: ['代办人姓名', '我的姓名', '我的名字'],
      ask: `请问您（经办人）的姓名？`,
      askEn: 'What is your own name, as the person who acts?',
    }),
    field({
      id: ACTING.citizenId,
      element: 'citizen-id',
      label: '经办人身份证号码',
      labelEn: 'Identity number of the person who acts',
      labels: ['代办人身份证', '我的身份证', '我的身份证号'],
      ask: '请告诉我您（经办人）的身份证号码。',
      askEn: 'What is your own identity number, as the person who acts?',
    }),
    field({
      id: ACTING.right,
      element: 'choice',
      label: '代办的依据',
      labelEn: 'Right to act',
      labels: ['代办依据'],
      ask: `您凭什么替${whom}办：是${whom}的监护人，还是有本人的书面委托？`,
      askEn: 'By what right do you act: as guardian, or with a written authorisation?',
      options: [
        {
          id: 'guardian',
          label: '监护人',
          labelEn: 'Guardian',
          aliases: ['是监护人', '法定监护', ...(relation === 'child' ? ['爸爸', '妈妈', '父亲', '母亲', '父母'] : [])],
        },
        {
          id: 'authorised',
          label: '本人书面委托',
          labelEn: 'Written authorisation',
          aliases: ['委托', '书面委托', '有委托书', '委托书', '授权', '授权委托书'],
        },
      ],
    }),
  ]
}

/** Papers of whoever acts: one set, however many matters are done at once. */
const AGENT_MATERIALS: readonly Material[] = [
  {
    id: 'agent-identity',
    label: '经办人居民身份证',
    labelEn: 'Identity card of the person who acts',
    satisfiedBy: [],
    upload: 'bring',
    prints: ['居民身份证', '公民身份号码'],
  },
  {
    id: 'acting-authorisation',
    label: '授权委托书',
    labelEn: 'Written authorisation',
    when: `${ACTING.right} == "authorised"`,
    satisfiedBy: [],
    upload: 'bring',
    note: '写明委托谁、办什么事、到什么时候，由本人签名。',
    noteEn: 'Saying who may act, in what matter and until when, signed by the person.',
  },
  {
    id: 'acting-guardianship',
    label: '监护关系证明',
    labelEn: 'Proof of guardianship',
    when: `${ACTING.right} == "guardian"`,
    satisfiedBy: [],
    upload: 'bring',
    note: '户口簿、出生医学证明，或者法院、居委会指定监护的文书，有一样就行；监护关系已由数据库核验的不用带。',
    noteEn:
      "The household register, the birth certificate, or papers of the court or residents' committee; one of them will do. Not needed where a register has confirmed it.",
  },
]

/** Source of the age: 民法典 §17, §26 and §27; guardians of an adult: §28. */
function actingRules(
  service: Service,
  relation: Relation,
  rule: 'guardian' | 'authorised' | 'form' | 'nobody',
): EligibilityRule[] {
  const { message, messageEn, cite = `${service.guide}#who` } = service.acting
  const told = relation === 'child' && rule !== 'nobody' ? undefined : message
  const born = relation === 'child' ? service.fields.find(({ id }) => id === 'birthDate') : undefined
  return [
    ...(told === undefined
      ? []
      : [
          {
            id: 'acting',
            when: 'true',
            outcome: rule === 'nobody' ? ('no' as const) : ('note' as const),
            message: told,
            ...(messageEn === undefined ? {} : { messageEn }),
            cite,
          },
        ]),
    ...(born === undefined
      ? []
      : [
          {
            id: 'acting-grown-up',
            when: `${ACTING.right} == "guardian" && age(birthDate) >= 18`,
            outcome: 'not-yet' as const,
            message: '孩子已满18周岁，父母不再当然是监护人。有本人书面委托的，请把代办的依据改成“本人书面委托”。',
            messageEn:
              'The child is 18 or older, so the parents are no longer guardians as such. With a written authorisation, please change the right to act to that.',
            cite,
          },
        ]),
  ]
}
