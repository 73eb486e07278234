/** The ear: what Chinese text says — normal form, words, quantities, data elements, conversational acts. */
export type { Quantity, QuantityKind, Comparator } from './quantity.ts'
export type { DataElement, ElementCheck, ElementContext, ElementId, ElementOption, Reading } from './element.ts'
export { joinTypedApart, normalise, stripInvisible } from './normal-form.ts'
export { foldCharacters, readLocale, toSimplified, toTraditional, toTraditionalPlace, type Locale } from './script.ts'
export { createSegmenter, loadSegmenter, type Segmenter } from './segmenter.ts'
export { plainForm } from './plain-form.ts'
export { recent } from './recent.ts'
export { soundOf } from './sound.ts'
export { isStopWord } from './stop-words.ts'
export { joinBounds, leavesOutEnd } from './quantities/merge-ranges.ts'
export { readQuantities } from './quantities/read-quantities.ts'
export { sameMeasure, sameQuantity } from './quantities/same-quantity.ts'
export {
  ACTING_RELATION,
  KINS,
  readActing,
  readKin,
  RELATIONS,
  withoutActing,
  withoutPeople,
  type Kin,
  type Relation,
} from './acts/read-acting.ts'
export { asksAbout } from './acts/asks-about.ts'
export { readAct, type Act, type ActReading } from './acts/read-act.ts'
export { readManner, type Manner, type MannerReading } from './acts/read-manner.ts'
export { readCorrection, withoutCorrectionLead, withoutTakingBack, type Correction } from './acts/read-correction.ts'
export { readDecision, type Decision } from './acts/read-decision.ts'
export { bereaved, readEmergency, type Emergency } from './acts/read-emergency.ts'
export { readWrong } from './acts/read-wrong.ts'
export { readRemark, type Remark } from './acts/read-remark.ts'
export { readKindCues, type KindCue } from './acts/read-kind-cues.ts'
export { readQuestionTypes, type QuestionSection, type QuestionType } from './acts/read-question-types.ts'
export type { Circumstance, Condition, Standing } from './conditions/condition.ts'
export { areOfOne } from './conditions/traits.ts'
export { compare } from './conditions/compare.ts'
export { readCircumstances } from './conditions/read-circumstances.ts'
export { readConditions } from './conditions/read-conditions.ts'
export { elements } from './elements/elements.ts'
export { COUNTIES_AROUND, OTHER_PLACES } from './elements/other-places.ts'
export { FARTHER_PLACES } from './elements/farther-places.ts'
export type { FieldReading, FieldsContext, FieldToRead } from './fields/field.ts'
export { withoutCourtesies } from './courtesies.ts'
export { withCodesInFigures } from './elements/read-codes.ts'
export { withoutPoliteness } from './fields/politeness.ts'
export { ELEMENT_WORDS, withoutCodeLabels } from './elements/labelled.ts'
export { isActor, isChild, ownerOfLabel, withoutOwner } from './fields/owner.ts'
export { readFields } from './fields/read-fields.ts'
export { readNumeral, startsNumeral } from './numeral.ts'
export { readPinyin } from './pinyin.ts'
export { spokenText, withUnitsSpelled } from './spoken.ts'
export { readForeign, type ForeignLanguage } from './unreadable/foreign.ts'
export { isNoise } from './unreadable/noise.ts'
export { isOnlyParticulars } from './unreadable/particulars.ts'
export { besideQuotedLaw } from './unreadable/quoted-law.ts'
export { asSeen } from './unreadable/as-seen.ts'
export { joined, type Joined } from './joined.ts'
export { openingOf, parseUnits, pointName, type Unit } from './units.ts'
